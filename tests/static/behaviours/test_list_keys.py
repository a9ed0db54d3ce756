"""The ledger is walked with the arrow keys; a filter never sends half a character."""

from playwright.async_api import Page

from tests.static.conftest import Stand

LIST = """{% from "shared/lists.html" import ledger_row %}<section data-behaviour="list-keys" tabindex="0" id="list">
{% for n in range(3) %}{{ ledger_row("#row-" ~ n, "巡查" ~ n, "09:10", "执法队", n, "", current=n == 1) }}{% endfor %}</section>"""

FILTERS = """{% from "shared/tables.html" import filters, filter_words, filter_select %}
{% call filters("/ledger", "#list") %}{{ filter_words("q") }}{{ filter_select("kind", "类型", [("joint", "联合")]) }}{% endcall %}"""
COUNT_SENT = "form => { window.sent = 0; form.addEventListener('submit', e => { e.preventDefault(); window.sent++; }); }"


async def chosen(page: Page) -> str:
    await page.clock.run_for(500)
    return str(await page.locator("[aria-current]").evaluate_all("rows => rows.map(row => row.hash).join()"))


async def test_arrows_move_from_the_open_row_and_open_the_next(stand: Stand) -> None:
    page = await stand(LIST)
    await page.locator("#list").press("ArrowDown")
    assert await chosen(page) == "#row-2"
    await page.keyboard.press("ArrowUp")
    assert await chosen(page) == "#row-1"


async def test_home_and_end_go_to_the_ends_and_stop_there(stand: Stand) -> None:
    page = await stand(LIST)
    await page.locator("#list").press("End")
    await page.keyboard.press("ArrowDown")
    assert await chosen(page) == "#row-2"
    await page.keyboard.press("Home")
    assert await chosen(page) == "#row-0"


async def test_running_down_the_list_opens_only_the_row_one_stops_at(stand: Stand) -> None:
    page = await stand(LIST)
    await page.evaluate(
        "window.opened = []; addEventListener('hashchange', () => opened.push(location.hash))"
    )
    await page.locator("#list").press("Home")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.clock.run_for(500)
    assert await page.evaluate("opened") == ["#row-2"]


async def test_a_choice_is_sent_at_once_and_typing_after_a_pause(stand: Stand) -> None:
    page = await stand(FILTERS)
    await page.eval_on_selector("form", COUNT_SENT)
    await page.select_option("select", "joint")
    assert await page.evaluate("sent") == 1
    await page.locator("[type=search]").press_sequentially("abc")
    assert await page.evaluate("sent") == 1
    await page.clock.run_for(400)
    assert await page.evaluate("sent") == 2


async def test_nothing_is_sent_while_a_character_is_being_composed(stand: Stand) -> None:
    page = await stand(FILTERS)
    await page.eval_on_selector("form", COUNT_SENT)
    compose = "(field, name) => field.dispatchEvent(new CompositionEvent(name, {bubbles: true}))"
    await page.eval_on_selector("[type=search]", compose, "compositionstart")
    await page.fill("[type=search]", "zhao")
    await page.clock.run_for(5000)
    assert await page.evaluate("sent") == 0
    await page.eval_on_selector("[type=search]", compose, "compositionend")
    await page.clock.run_for(400)
    assert await page.evaluate("sent") == 1
