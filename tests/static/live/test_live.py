"""What a page does with what it hears: a card is drawn anew without a tap; where the line is down the bar says so and the
page asks by itself; one tab holds the line."""

import json

import pytest
from playwright.async_api import Page, expect

from tests.rig.workbench import HOUSE
from tests.static.answers import Held
from tests.static.conftest import Stand
from tests.static.live.wire import BEGIN, CALM, CARD, HTMX, LIST, SILENCE_MS, Server, listening

# How long a page just opened is left alone.
FRESH_MS = 5_000


async def test_a_card_is_drawn_anew_without_a_tap(stand: Stand) -> None:
    server = await listening(stand, CARD.format("已接警"))
    server.drawn = CARD.format("已出警")
    await server.says()
    await expect(server.page.locator("#card")).to_have_text("已出警")
    assert server.asked == 1


async def test_news_told_twice_or_of_another_record_draw_nothing(stand: Stand) -> None:
    server = await listening(stand, CARD.format("已接警"))
    await server.page.evaluate(
        "() => { globalThis.heard = 0; addEventListener('ld:live', () => (heard += 1), true); }"
    )
    await server.says(id="8")
    await server.says(seq=9)
    await server.says(seq=9)
    await server.says(seq=10, id="8")
    await server.page.wait_for_function("() => heard === 3")
    await server.page.clock.run_for(600)
    assert server.asked == 1


async def test_a_page_just_opened_is_drawn_anew_after_its_reader_has_begun_and_what_rings_at_once(
    stand: Stand,
) -> None:
    server = await listening(stand, CALM.format("已接警", "无"), new=True, still=True)
    server.drawn = CALM.format("已出警", "有人呼叫")
    await server.page.clock.run_for(FRESH_MS - 100)
    await expect(server.page.locator("#rings")).to_have_text("有人呼叫")
    await expect(server.page.locator("#card")).to_have_text("已接警")
    await server.page.clock.run_for(1_000)
    await expect(server.page.locator("#card")).to_have_text("已出警")


async def test_what_rings_takes_nothing_along_that_may_wait(stand: Stand) -> None:
    server = await listening(stand, CALM.format("已接警", "无"), still=True)
    await server.page.evaluate("() => { Math.random = () => 1; }")
    server.drawn = CALM.format("已出警", "有人呼叫")
    await server.says()
    await server.says(kind="call", seq=9)
    await server.page.clock.run_for(100)
    await expect(server.page.locator("#rings")).to_have_text("有人呼叫")
    await expect(server.page.locator("#card")).to_have_text("已接警")
    await server.page.clock.run_for(500)
    await expect(server.page.locator("#card")).to_have_text("已出警")


async def test_down_for_half_a_minute_the_bar_says_so_and_the_page_asks_by_itself(stand: Stand) -> None:
    server = await listening(stand, CARD.format("已接警"), still=True)
    page, bar = server.page, server.page.locator("[data-behaviour=live-line]")
    await page.evaluate("() => { line.dead = true; line.cut(); }")
    await page.clock.run_for(29_000)
    await expect(bar).to_be_hidden()
    await page.clock.run_for(1_500)
    await expect(bar).to_contain_text("实时中断")
    await expect(bar).to_contain_text("每30秒刷新一次")
    server.drawn = CARD.format("已出警")
    await page.clock.run_for(30_000)
    await expect(page.locator("#card")).to_have_text("已出警")
    assert server.asked == 1

    server.drawn = CARD.format("已到场")
    await page.evaluate("() => { line.dead = false; }")
    await page.clock.run_for(30_000)
    await expect(bar).to_be_hidden()
    await expect(page.locator("#card")).to_have_text("已到场")
    asked = server.asked
    await page.evaluate("() => line.alive()")
    await page.clock.run_for(SILENCE_MS - 1_000)
    await page.evaluate("() => line.alive()")
    await page.clock.run_for(SILENCE_MS - 1_000)
    assert server.asked == asked


async def second_tab(server: Server) -> Page:
    """Of the same browser, with the same card."""
    other = await server.page.context.new_page()
    await other.goto(HOUSE)
    await other.set_content(HTMX + CARD.format("已接警"))
    await other.wait_for_function("() => window.htmx")
    await other.evaluate(BEGIN)
    return other


async def test_one_tab_holds_the_line_for_both_and_the_other_takes_it_over(stand: Stand) -> None:
    server = await listening(stand, CARD.format("已接警"))
    other = await second_tab(server)
    await other.route(f"{HOUSE}/", server)
    server.drawn = CARD.format("已出警")
    await server.says()
    await expect(other.locator("#card")).to_have_text("已出警")
    assert await other.evaluate("line.opened") == 0
    await server.page.close()
    await other.wait_for_function("() => line.opened === 1")


async def test_a_tab_the_phone_freezes_gives_the_line_to_the_next_and_is_drawn_anew_when_it_is_back(
    stand: Stand,
) -> None:
    server = await listening(stand, CARD.format("已接警"))
    other = await second_tab(server)
    await server.page.evaluate("document.dispatchEvent(new Event('freeze'))")
    await other.wait_for_function("() => line.opened === 1")
    server.drawn = CARD.format("已出警")
    await server.page.evaluate("document.dispatchEvent(new Event('resume'))")
    await server.page.clock.run_for(600)
    await expect(server.page.locator("#card")).to_have_text("已出警")


@pytest.mark.parametrize(("told", "bar"), [("news", True), ("anew", False)])
async def test_over_what_somebody_writes_nothing_is_drawn_and_only_news_raise_the_bar(
    stand: Stand, told: str, bar: bool
) -> None:
    server = await listening(stand, LIST.format(1, "已接警"))
    page = server.page
    await page.locator("textarea").fill("两个人")
    server.drawn = LIST.format(1, "已出警")
    await page.evaluate("() => document.addEventListener('ld:waiting', () => (globalThis.judged = true))")
    if told == "news":
        await server.says()
    else:
        await page.evaluate("() => new BroadcastChannel('ld-live-shen').postMessage({ type: 'anew' })")
    await page.wait_for_function("() => globalThis.judged")
    await expect(page.locator("[data-behaviour=live-line]")).to_be_visible(visible=bar)
    await expect(page.locator("#list")).to_contain_text("已接警")
    await page.locator("textarea").fill("")
    await page.locator("textarea").blur()
    await page.clock.run_for(2_500)
    await expect(page.locator("#list")).to_contain_text("已出警")
    await expect(page.locator("[data-behaviour=live-line]")).to_be_hidden()


async def test_a_tick_goes_along_with_its_row_and_raises_no_bar(stand: Stand) -> None:
    server = await listening(stand, LIST.format(1, "已接警"))
    page = server.page
    await page.locator(".ld-tick").check()
    server.drawn = LIST.format(1, "已出警")
    await server.says()
    await expect(page.locator("#list")).to_contain_text("已出警")
    await expect(page.locator(".ld-tick")).to_be_checked()
    await expect(page.locator(".ld-tick")).to_be_focused()
    await expect(page.locator("[data-behaviour=live-line]")).to_be_hidden()
    server.drawn = LIST.format(2, "已到场")
    await server.says(seq=9)
    await expect(page.locator("#list")).to_contain_text("已到场")
    await expect(page.locator(".ld-tick")).not_to_be_checked()


async def test_a_server_in_trouble_is_asked_again(stand: Stand) -> None:
    server = await listening(stand, CARD.format("已接警"))
    page = server.page
    broken = json.dumps({"status": 503})
    await page.route(f"{HOUSE}/", lambda route: route.fulfill(status=503, body=broken), times=1)
    server.drawn = CARD.format("已出警")
    async with page.expect_response(f"{HOUSE}/"):
        await server.says()
    await page.wait_for_function("() => !document.querySelector('[data-behaviour=live-line]').hidden")
    await page.clock.run_for(4_000)
    await expect(page.locator("#card")).to_have_text("已出警")
    assert server.asked == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_news_that_come_while_a_copy_is_on_its_way_are_drawn_from_their_own(
    stand: Stand, order: tuple[int, int]
) -> None:
    server = await listening(stand, CARD.format("已接警"))
    page, held = server.page, Held()
    await page.route(f"{HOUSE}/", held)
    asked = []
    for seq in (8, 9):
        await server.says(seq=seq)
        asked.append(await held.next())
    await page.evaluate("""() => {
      globalThis.judged = 0;
      document.addEventListener("ld:waiting", () => (judged += 1));
    }""")
    for at in order:
        await asked[at].fulfill(body=CARD.format(("已出警", "已到场")[at]), content_type="text/html")
        await page.wait_for_function("count => judged === count", arg=order.index(at) + 1)
    await expect(page.locator("#card")).to_have_text("已到场")


async def test_a_list_that_asks_for_itself_asks_anew_for_news_that_come_meanwhile(stand: Stand) -> None:
    rows = (
        '<section id="rows" hx-get="/rows" hx-trigger="live" hx-swap="outerHTML" '
        'data-live="hazard:*" data-live-now>{}</section>'
    )
    server = await listening(stand, rows.format("三处"))
    page, held = server.page, Held()
    await page.route(f"{HOUSE}/rows", held)
    await server.says(kind="hazard")
    await held.next()
    await server.says(seq=9, kind="hazard")
    await (await held.next()).fulfill(body=rows.format("五处"), content_type="text/html")
    await expect(page.locator("#rows")).to_have_text("五处")
