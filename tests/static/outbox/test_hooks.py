"""Forms and cameras of the street go by way of the outbox: what is answered shows as ever, what is not waits on the phone."""

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import problem
from tests.static.conftest import Stand
from tests.static.station import Station

FINDING = """{% from "shared/forms.html" import text_field %}
<form method="dialog" data-behaviour="api-form draft" data-draft="finding-p-new" data-outbox="finding" data-subject="finding:{new}" data-about="patrol:p" data-words="发现：{category}"
data-method="PUT" data-url="/api/v1/patrols/p/findings/{new}" data-next="stay">
<input type="hidden" name="found_at" value="now" data-as="now">{{ text_field("category", "看到了什么", "占道经营") }}<button>存下</button></form>"""
MENDED = """<h1 class="ld-top__title">记一条<span></span></h1>""" + FINDING
PAUSE = """<dialog open><form method="dialog" data-behaviour="api-form" data-outbox="patrol.pause" data-subject="patrol:p" data-words="暂停巡查：{reason}" data-url="/api/v1/patrols/p/pause">
<input type="hidden" name="reason" value="用餐"><button>暂停</button></form></dialog>"""
HERE = """{% from "outbox/_waiting.html" import waiting_here %}{{ waiting_here("patrol:p") }}
<footer id="dock"><div class="ld-dock__acts"><b>running</b></div></footer><h1 class="ld-top__title">巡查进行中<span>早市</span></h1><template data-dock-after="patrol.pause" data-heading="巡查已暂停"><b>paused</b></template>"""
LISTED = """import("/js/outbox/outbox.js").then(({ openOutbox }) => openOutbox()).then((outbox) => outbox.queue.list())"""
KEYS = """import("/js/outbox/database.js").then(({ openDatabase }) => openDatabase()).then((database) => database.getAllKeys("keys"))"""


async def press(page: Page, name: str = "存下") -> None:
    await page.get_by_role("button", name=name).click()
    await expect(page.locator("form[aria-busy]")).to_have_count(0)


async def test_what_the_server_holds_leaves_nothing_behind(stand: Stand, station: Station) -> None:
    page = await stand(FINDING, person="shen")
    await press(page)
    [(name, body)] = station.held.items()
    assert body["category"] == "占道经营"
    assert body["made_at"] == body["found_at"]
    assert station.came == [f"PUT /api/v1/patrols/p/findings/{name}"]
    assert await page.evaluate(LISTED) == []
    assert await page.evaluate("({...sessionStorage})") == {}


async def test_a_refusal_stands_in_the_form_and_not_in_the_queue(stand: Stand, station: Station) -> None:
    page = await stand(FINDING, person="shen")
    station.trouble = [problem(422, "invalid", title="填得不对", fields={"category": "最多40个字"})]
    await press(page)
    await expect(page.locator("[data-refusal=category]")).to_have_text("最多40个字")
    assert await page.evaluate(LISTED) == []
    await press(page)
    assert len(station.held) == 1


@pytest.mark.parametrize("met", [None, problem(503, "restarting")], ids=["line", "server"])
async def test_what_nobody_answers_is_on_the_phone_and_the_page_goes_on(
    stand: Stand, station: Station, met: tuple[int, object] | None
) -> None:
    page = await stand(FINDING, person="shen")
    station.trouble = [met]
    await press(page)
    await expect(page.locator("#toast")).to_have_text("已存在本机，有网络就送出")
    [envelope] = await page.evaluate(LISTED)
    assert (envelope["words"], envelope["state"]) == ("发现：占道经营", "waiting")
    assert envelope["about"] == {"kind": "patrol", "id": "p"}


async def test_without_a_key_the_form_is_sent_as_it_always_was(stand: Stand, station: Station) -> None:
    page = await stand(FINDING, person="shen")
    await page.route("**/phone-key", lambda route: route.abort())
    await press(page)
    assert len(station.held) == 1
    station.trouble = [None]
    await press(page)
    await expect(page.locator("#toast")).to_contain_text("没有送出，你填的都还在")


async def test_a_page_of_whoever_was_here_before_seals_nothing_with_the_key_of_the_next(
    stand: Stand, station: Station
) -> None:
    page = await stand(FINDING, person="shen")
    station.officer, station.trouble = "zhou", [None]
    await press(page)
    await expect(page.locator("#toast")).to_contain_text("没有送出，你填的都还在")
    assert await page.evaluate(KEYS) == []


async def test_an_act_that_waits_shows_on_its_record_and_gives_way_once_it_is_there(
    stand: Stand, station: Station
) -> None:
    page = await stand(PAUSE + HERE, still=False, person="shen")
    await page.add_script_tag(url="/vendor/htmx.org@2.0.11/htmx.min.js")
    station.trouble = [None] * 50
    await press(page, "暂停")
    await expect(page.locator("[data-list] li")).to_have_count(1)
    await expect(page.locator("[data-list] [data-words]")).to_have_text("暂停巡查：用餐")
    await expect(page.locator("#dock")).to_have_text("paused")
    await expect(page.locator("h1")).to_have_text("巡查已暂停早市")
    station.trouble.clear()
    async with page.expect_navigation():
        await page.get_by_role("button", name="再试").click()
    assert len(station.held) == 1


async def test_what_is_mended_says_why_and_stays_made_when_it_was_made(
    stand: Stand, station: Station
) -> None:
    page = await stand(MENDED, person="shen")
    script = """import("/js/drafts.js").then(({ giveBack }) => giveBack("finding-p-new", [], { title: "填得不对", detail: "" }));
      sessionStorage.setItem("attempt:shen:finding-p-new", JSON.stringify({ id: crypto.randomUUID(), at: "2026-11-22T01:00:00Z", mends: true }))"""
    await page.evaluate(script)
    page = await stand(MENDED, person="shen")
    await expect(page.locator("h1")).to_have_text("改后重发")
    await expect(page.locator(".ld-refusal__what")).to_have_text("填得不对")
    station.trouble = [problem(422, "invalid", title="还不对")]
    await press(page)
    await expect(page.locator(".ld-refusal__what")).to_have_text("还不对")
    await press(page)
    [body] = station.held.values()
    assert body["made_at"].startswith("2026-11-22T01:00:00")
