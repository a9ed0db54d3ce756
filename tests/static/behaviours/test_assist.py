"""Holding calls at once and goes on calling until the server has it; a tap leads to the page, a key asks first."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import Line, connect, problem
from tests.static.behaviours.test_track import on_phone
from tests.static.conftest import Stand

SHELL: dict[str, Any] = {
    "person": {"id": "shen", "name": "沈禾", "unit_name": "综合行政执法队", "township_name": "示范镇"}
}
TAB = {"url": "#assists", "hold_s": 3, "count": 0}
PAGE = """{% from "shared/actions.html" import assist_button %}{{ assist_button(tab, "ld-tab ld-tab_assist") }}
{% include "layout/_call.html" %}{% set about = "patrol:p1" %}{% include "layout/_assist.html" %}"""
HELD: tuple[int, Any] = (201, {"id": "a", "state": "raised"})
LINES = {
    "items": [
        {"name": "周青岩", "what": "值班民警", "phone": "0000-1"},
        {"name": "派出所", "what": "", "phone": "0000-2"},
    ]
}
KEPT = "JSON.parse(localStorage['ld-assist-shen'] ?? 'null')"


@pytest.fixture(autouse=True)
async def phone(stand: Stand) -> None:
    await on_phone(stand)


async def stood(stand: Stand) -> Page:
    page = await stand(PAGE, person="shen", shell=SHELL, tab=TAB)
    await page.evaluate(
        "lines => localStorage.setItem('ld-lines-shen', JSON.stringify({ at: Date.now(), lines }))",
        LINES["items"],
    )
    return page


async def hold(page: Page, ms: int = 3000) -> None:
    await page.locator(".ld-tab_assist").hover()
    await page.mouse.down()
    await page.clock.run_for(ms)
    await page.mouse.up()


def puts(line: Line) -> list[Any]:
    return [sent.body for sent in line.sent if sent.method == "PUT"]


async def test_it_is_held_as_long_as_the_township_wants(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, HELD)
    await hold(page, 2900)
    await page.clock.run_for(2000)
    assert puts(line) == []
    assert await page.locator("[data-hold-words]").first.inner_text() == "按住3秒"


async def test_held_it_calls_with_what_the_page_is_about(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, None)
    await hold(page)
    await line.until(1)
    body = puts(line)[0]
    assert (body["severity"], body["patrol"]) == ("emergency", "p1")
    assert body["at"] == body["made_at"]
    await expect(page.locator("#assist-now")).to_be_visible()
    assert await page.locator("#assist-now a.ld-110").get_attribute("href") == "tel:110"


async def test_a_tap_leads_to_the_page(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, HELD)
    await page.locator(".ld-tab_assist").click()
    assert page.url.endswith("#assists")
    assert puts(line) == []
    await expect(page.locator("#assist-now")).not_to_be_visible()


async def test_a_key_asks_first_with_two_buttons(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, None)
    await page.locator(".ld-tab_assist").press("Enter")
    await expect(page.get_by_role("button", name="先不")).to_be_visible()
    assert puts(line) == []
    await page.get_by_role("button", name="发出支援").click()
    await line.until(1)


async def test_it_says_the_same_until_the_server_has_it(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, None, None, problem(503, "unavailable"), None)
    await hold(page)
    for count, wait in ((1, 1000), (2, 2000), (3, 4000)):
        await line.until(count)
        await expect(page.locator("[data-retry]")).to_contain_text(f"试了{count}次")
        await page.clock.run_for(wait)
    await line.until(4)
    said = puts(line)
    assert all(body == said[0] for body in said)
    assert len({sent.path for sent in line.sent if sent.method == "PUT"}) == 1
    await expect(page.locator("[data-said]")).to_contain_text("还没有发出去")


async def test_without_a_network_there_are_numbers_and_a_message_with_the_text(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, None)
    await hold(page)
    await line.until(1)
    ways = page.locator("[data-ways] a")
    assert (await ways.first.get_attribute("href") or "").startswith("sms:0000-1?&body=%E3%80%90")
    assert [await ways.nth(at).get_attribute("href") for at in (1, 2)] == ["tel:0000-1", "tel:0000-2"]


async def test_closing_the_tab_loses_nothing(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, None)
    await hold(page)
    await line.until(1)
    before = await page.evaluate(KEPT)
    again = await stand(PAGE, person="shen", shell=SHELL, tab=TAB)
    await line.until(2)
    assert puts(line)[1] == puts(line)[0]
    assert (await again.evaluate(KEPT))["id"] == before["id"]
    await expect(again.locator("[data-call-bar]")).to_contain_text("支援还没有发出去")


async def test_another_persons_call_is_not_sent(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, None)
    await hold(page)
    await line.until(1)
    other = await stand(PAGE, person="lu", shell=SHELL, tab=TAB)
    await other.clock.run_for(20_000)
    assert len(puts(line)) == 1
    await expect(other.locator("[data-call-bar]")).not_to_be_visible()


async def test_whoever_signs_out_leaves_no_numbers_and_no_place(stand: Stand) -> None:
    page = await stand(
        """<form action="/out" data-behaviour="sign-out" data-unsent="unsent"><button>退出</button></form>
        <dialog id="unsent"><p data-left-part><b data-left></b></p><p data-call-waits></p><button type="button" data-leave>照样退出</button></dialog>""",
        person="shen",
    )
    await page.evaluate(
        "for (const name of ['ld-lines-shen', 'ld-fix', 'ld-assist-shen']) localStorage.setItem(name, '1')"
    )
    await page.route("**/out", lambda route: route.fulfill(status=500))
    await page.evaluate("() => { HTMLFormElement.prototype.submit = () => { globalThis.gone = true; }; }")
    await page.get_by_role("button", name="退出", exact=True).click()
    await page.get_by_role("button", name="照样退出").click()
    await page.wait_for_function("() => globalThis.gone")
    assert await page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('ld-'))") == [
        "ld-assist-shen"
    ]


async def test_a_call_that_is_never_taken_is_not_said_to_be_on_its_way(stand: Stand) -> None:
    page = await stood(stand)
    await connect(page, problem(422, "invalid"))
    await hold(page)
    said = page.locator("#assist-now [data-said]")
    await page.wait_for_function(f"() => {KEPT}?.refused")
    await expect(said).to_have_text("支援没有发出去：没有送成。用电话和短信")
    await expect(page.locator("[data-call-bar]")).to_contain_text("支援没有发出去")


async def test_what_another_tab_found_out_is_said_here_as_it_is(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, None)
    await hold(page)
    await line.until(1)
    await page.wait_for_function(f"() => {KEPT}.tries === 1")
    await page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'ld-assist-shen' }))")
    await expect(page.locator("#assist-now [data-said]")).to_contain_text("支援还没有发出去")


FILL = """for (let size = 2 ** 22; size >= 1; ) {
  try { localStorage.setItem("filling" + localStorage.length, "x".repeat(size)); } catch { size = Math.floor(size / 2); }
}"""


async def test_a_phone_without_room_calls_all_the_same_and_says_what_it_cannot_keep(stand: Stand) -> None:
    page = await stood(stand)
    await page.evaluate(f"() => {{ {FILL} }}")
    line = await connect(page, None, HELD)
    await hold(page)
    await line.until(1)
    await page.clock.run_for(500)
    said = page.locator("#assist-now [data-retry]")
    await expect(said).to_contain_text("手机存满了，别关这一页")
    assert await page.evaluate("localStorage['ld-assist-shen'] === undefined")
    await page.clock.run_for(1000)
    await line.until(2)
    assert len({str(body) for body in puts(line)}) == 1
