"""A page of a running patrol records its track, brings it to the server, and ends it with a last fix."""

import pytest
from playwright.async_api import Page, expect

from tests.rig.waiting import comes_true
from tests.static.answers import Line, connect, problem
from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT
from tests.static.station import Station

RECEIVER = """
Object.defineProperty(navigator, "geolocation", { value: {
  watchPosition: (heard, failed) => { globalThis.hear = heard; globalThis.fail = failed; return 1; }, clearWatch: () => { delete globalThis.hear; },
} });
globalThis.fix = (metres) => hear({ coords: { latitude: 24 + metres / 111195, longitude: 102, accuracy: 5 }, timestamp: Date.now() + metres });
"""
RECORDER = """<p data-accuracy></p><div data-behaviour="track" data-patrol="p" data-state="active" data-url="/api/v1/patrols/p/track"><p data-track-words></p><button data-track-offer hidden>允许定位</button></div>"""
ENDING = """<form method="dialog" data-behaviour="api-form last-fix" data-url="/api/v1/patrols/p/end" data-next="stay"><button>结束</button></form>"""
STARTING = """<form method="dialog" data-behaviour="track-agree"><button>现在开始</button></form>"""
REST = (
    """<p data-behaviour="track-rest" data-patrol="p" data-url="/api/v1/patrols/p/track" role="status"></p>"""
)


async def on_phone(stand: Stand, *, allowed: bool = True) -> None:
    """A phone with a receiver; the person has let the page use it, or has not been asked."""
    context = (await stand("")).context
    await context.add_init_script(RECEIVER)
    if allowed:
        await context.grant_permissions(["geolocation"])


async def record(stand: Stand, more: str = "") -> Page:
    await on_phone(stand)
    page = await stand(RECORDER + more)
    await page.wait_for_function("() => globalThis.hear")
    return page


async def walk(page: Page, *metres: int) -> None:
    await page.evaluate("metres => metres.forEach(fix)", list(metres))


def sequence(line: Line) -> list[list[int]]:
    """Numbers of the points, batch by batch."""
    return [
        [point["seq"] for point in sent.body["points"]] for sent in line.sent if sent.path.endswith("track")
    ]


async def kept(page: Page) -> list[int]:
    found: list[int] = await page.evaluate(
        "JSON.parse(localStorage[`ld-track-${document.body.dataset.person}-p`] ?? '{\"points\": []}').points.map(p => p.seq)"
    )
    return found


async def test_every_tenth_point_sends_what_is_kept(stand: Stand) -> None:
    page = await record(stand)
    line = await connect(page, (200, {"held": 9}))
    await walk(page, *range(0, 270, 30))
    assert line.sent == []
    await walk(page, 270)
    await expect(page.locator("[data-accuracy]")).to_have_text("±5")
    await page.wait_for_function(
        "() => JSON.parse(localStorage[`ld-track-${document.body.dataset.person}-p`]).points.length === 0"
    )
    assert sequence(line) == [list(range(10))]
    assert line.sent[0].body["device"]


async def test_each_half_minute_sends_what_is_kept(stand: Stand) -> None:
    page = await record(stand)
    line = await connect(page, (200, {"held": 0}))
    await walk(page, 0)
    await page.clock.run_for(30_000)
    await page.wait_for_function(
        "() => JSON.parse(localStorage[`ld-track-${document.body.dataset.person}-p`]).points.length === 0"
    )
    assert sequence(line) == [[0]]


async def test_without_a_network_points_wait_and_it_is_said(stand: Stand) -> None:
    page = await record(stand)
    await connect(page, None)
    await walk(page, 0, 30)
    await page.clock.run_for(30_000)
    await expect(page.locator("[data-track-words]")).to_have_text("2个定位点等网络")
    assert await kept(page) == [0, 1]


async def test_a_track_that_is_refused_says_why_and_is_not_sent_for_ever(stand: Stand) -> None:
    page = await record(stand)
    line = await connect(page, problem(409, "filed", title="已经备案，不能再改"))
    await walk(page, 0)
    await page.clock.run_for(30_000)
    await expect(page.locator("[data-track-words]")).to_have_text("轨迹没有送出：已经备案，不能再改")
    await page.clock.run_for(60_000)
    assert len(line.sent) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [(1, "没有定位权限，轨迹没有在记。在浏览器设置里允许定位"), (2, "暂时没有定位"), (3, "暂时没有定位")],
)
async def test_a_receiver_that_fails_is_told(stand: Stand, code: int, words: str) -> None:
    page = await record(stand)
    await page.evaluate("code => fail({ code })", code)
    await expect(page.locator("[data-track-words]")).to_have_text(words)


async def test_a_page_that_opens_asks_for_no_position_before_a_tap(stand: Stand) -> None:
    await on_phone(stand, allowed=False)
    page = await stand(RECORDER)
    offer = page.get_by_role("button")
    await expect(offer).to_be_visible()
    assert await page.evaluate("globalThis.hear === undefined")
    await offer.click()
    await page.wait_for_function("() => globalThis.hear")
    await expect(offer).to_be_hidden()


async def test_who_has_tapped_once_is_not_asked_to_tap_again(stand: Stand) -> None:
    await on_phone(stand, allowed=False)
    page = await stand(RECORDER)
    await page.get_by_role("button").click()
    page = await stand(RECORDER)
    await page.wait_for_function("() => globalThis.hear")
    await expect(page.locator("[data-track-offer]")).to_be_hidden()


async def test_starting_a_patrol_is_the_tap_that_its_track_needs(stand: Stand) -> None:
    await on_phone(stand, allowed=False)
    page = await stand(STARTING)
    await page.evaluate("document.forms[0].requestSubmit()")
    page = await stand(RECORDER)
    await page.wait_for_function("() => globalThis.hear")


async def test_an_answer_given_elsewhere_is_enough(stand: Stand) -> None:
    await on_phone(stand, allowed=False)
    page = await stand(RECORDER)
    await expect(page.get_by_role("button")).to_be_visible()
    await page.context.grant_permissions(["geolocation"])
    await page.wait_for_function("() => globalThis.hear")


async def test_a_second_tab_waits_its_turn(stand: Stand) -> None:
    page = await record(stand)
    second = await page.context.new_page()
    await second.goto(page.url)
    await second.set_content(f"<!doctype html><body>{RECORDER}</body>")
    await second.evaluate("import('/js/app.js')")
    await comes_true(second, "async () => (await navigator.locks.query()).pending.length === 1")
    assert await second.evaluate("globalThis.hear === undefined")
    await page.close()
    await second.wait_for_function("() => globalThis.hear")


ACT = """await outbox.queue.put(made(given[0], { kind: `patrol.${given[1]}`, method: "POST", url: `/api/v1/patrols/p/${given[1]}`, body: {}, subject: { kind: "patrol", id: "p" } }))"""


async def test_a_pause_that_waits_on_this_phone_stops_the_track_and_a_resumption_begins_it_again(
    stand: Stand, station: Station
) -> None:
    await on_phone(stand)
    page = await stand(RECORDER, person="shen")
    await page.wait_for_function("() => globalThis.hear")
    await page.evaluate(SCRIPT, [ACT, [1, "pause"]])
    await expect(page.locator("[data-patrol][hidden]")).to_have_count(1)
    await page.wait_for_function("() => globalThis.hear === undefined")
    page = await stand(RECORDER, person="shen")  # the page as the server drew it, kept by the worker
    await expect(page.locator("[data-patrol][hidden]")).to_have_count(1)
    await page.evaluate(SCRIPT, [ACT, [2, "resumption"]])
    await page.wait_for_function("() => globalThis.hear")
    await expect(page.locator("[data-patrol][hidden]")).to_have_count(0)
    await page.evaluate(SCRIPT, [ACT, [3, "end"]])
    await page.wait_for_function("() => globalThis.hear === undefined")


async def test_a_track_that_was_resumed_goes_on_once_the_resumption_has_been_sent(
    stand: Stand, station: Station
) -> None:
    await on_phone(stand)
    page = await stand(RECORDER.replace("active", "paused"), person="shen")
    await page.evaluate(SCRIPT, [ACT, [1, "resumption"]])
    await page.wait_for_function("() => globalThis.hear")
    await page.evaluate(SCRIPT, ["await outbox.kick()", None])
    assert len(station.held) == 1
    await expect(page.locator("[data-patrol][hidden]")).to_have_count(0)
    assert await page.evaluate("globalThis.hear !== undefined")


async def test_the_end_waits_for_a_last_fix_and_for_every_point(stand: Stand) -> None:
    page = await record(stand, ENDING)
    line = await connect(page, (200, {"held": 1}))
    await walk(page, 0)
    await page.evaluate("() => { document.forms[0].requestSubmit(); document.forms[0].requestSubmit(); }")
    await expect(page.locator("#toast")).to_have_text("正在记下最后的位置")
    await page.clock.run_for(10)
    await line.until(2)
    assert [sent.path.rpartition("/")[2] for sent in line.sent] == ["track", "end"]


async def test_a_patrol_without_a_receiver_still_ends(stand: Stand) -> None:
    page = await record(stand, ENDING)
    line = await connect(page)
    await page.evaluate("document.forms[0].requestSubmit()")
    await page.clock.run_for(6_000)
    await line.until(1)
    assert line.sent[0].path.endswith("/end")


async def test_what_is_left_after_the_end_goes_out_and_is_forgotten(stand: Stand) -> None:
    page = await stand("")
    await page.evaluate(
        "localStorage[`ld-track-${document.body.dataset.person}-p`] = JSON.stringify({next: 3, points: [{seq: 1}, {seq: 2}], last: null})"
    )
    line = await connect(page, (200, {"held": 2}))
    page = await stand(REST)
    await page.wait_for_function(
        "() => localStorage[`ld-track-${document.body.dataset.person}-p`] === undefined"
    )
    assert sequence(line) == [[1, 2]]


async def test_what_is_left_waits_for_a_network(stand: Stand) -> None:
    page = await stand("")
    await page.evaluate(
        "localStorage[`ld-track-${document.body.dataset.person}-p`] = JSON.stringify({next: 2, points: [{seq: 1}], last: null})"
    )
    await connect(page, None, None, (200, {"held": 1}))
    page = await stand(REST)
    await expect(page.get_by_role("status").first).to_have_text("1个定位点等网络")
    await page.clock.run_for(30_000)
    await page.wait_for_function(
        "() => localStorage[`ld-track-${document.body.dataset.person}-p`] === undefined"
    )
