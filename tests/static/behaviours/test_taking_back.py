"""撤回支援: wherever the call stands at that moment, the server hears of it once it may have it, and nothing stays in the way."""

import asyncio

import pytest
from playwright.async_api import Page, Route, expect

from tests.static.answers import Line, connect, problem
from tests.static.behaviours.test_assist import HELD, KEPT, PAGE, SHELL, TAB, hold, puts, stood
from tests.static.behaviours.test_calling_again import with_one_of_before
from tests.static.behaviours.test_track import on_phone
from tests.static.conftest import Stand

NOT_THERE = problem(404, "not_found")
RAISED, CANCELLED = (200, {"state": "raised"}), (201, {"state": "cancelled"})


@pytest.fixture(autouse=True)
async def phone(stand: Stand) -> None:
    await on_phone(stand)


async def called_in_vain(stand: Stand) -> tuple[Page, Line]:
    """A call that may have arrived: the answer was lost."""
    page = await stood(stand)
    line = await connect(page, None)
    await hold(page)
    await line.until(1)
    await page.wait_for_function(f"() => {KEPT}.tries === 1")
    return page, line


async def take_back(page: Page, reason: str) -> None:
    await page.locator("#assist-now summary").click()
    await page.locator(f"label.ld-chip:has-text('{reason}')").click()
    await page.locator("[data-take-back]").press("Enter")


def asked(line: Line) -> list[str]:
    return [sent.method for sent in line.sent if sent.method != "PUT"]


async def forgotten(page: Page) -> None:
    await page.wait_for_function(f"() => {KEPT} === null")


async def is_taken_back_there(page: Page, line: Line, reason: str) -> None:
    await forgotten(page)
    last = line.sent[-1]
    assert (last.path.endswith("/cancellation"), last.body["reason"]) == (True, reason)


async def test_before_it_arrived_the_server_is_told_that_it_shall_not_ring(stand: Stand) -> None:
    page, line = await called_in_vain(stand)
    line.answers[:] = [NOT_THERE, NOT_THERE]
    await take_back(page, "误触")
    await is_taken_back_there(page, line, "误触")
    await expect(page.locator("#toast")).to_have_text("已撤回")


async def test_where_it_had_arrived_it_is_taken_back_there(stand: Stand) -> None:
    page, line = await called_in_vain(stand)
    line.answers[:] = [RAISED, CANCELLED]
    await take_back(page, "已经脱险")
    await is_taken_back_there(page, line, "已经脱险")


async def test_while_it_is_on_its_way_it_is_taken_back_there(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page, HELD, RAISED, CANCELLED)
    slow = asyncio.Event()
    await page.route("**/api/v1/assists/*", lambda route: waiting(route, slow))
    await hold(page)
    await take_back(page, "已经脱险")
    slow.set()
    await is_taken_back_there(page, line, "已经脱险")


async def waiting(route: Route, until: asyncio.Event) -> None:
    await until.wait()
    await route.fallback()


@pytest.mark.parametrize("state", ["resolved", "false_alarm"])
async def test_where_it_was_ended_meanwhile_it_is_over(stand: Stand, state: str) -> None:
    page, line = await called_in_vain(stand)
    line.answers[:] = [(200, {"state": state})]
    await take_back(page, "已经脱险")
    await forgotten(page)
    assert asked(line) == ["GET"]
    await expect(page.locator("#toast")).to_have_text("这次支援已经结束")
    await expect(page.locator("#assist-now")).to_be_hidden()


async def test_where_it_is_ended_a_moment_before_it_is_over(stand: Stand) -> None:
    page, line = await called_in_vain(stand)
    line.answers[:] = [RAISED, problem(409, "assist_ended", state="resolved")]
    await take_back(page, "已经脱险")
    await forgotten(page)
    assert asked(line) == ["GET", "POST"]


async def test_a_call_that_goes_on_is_taken_back_at_once(stand: Stand) -> None:
    page, line = await with_one_of_before(stand, None)
    await page.locator("[data-call-bar]").click()
    await expect(page.locator("#assist-now [data-said]")).to_contain_text("不知道结束了没有")
    await line.until(2)  # the page has asked for itself as well
    line.answers[:] = [RAISED, CANCELLED]
    await take_back(page, "已经用电话叫到人")
    await is_taken_back_there(page, line, "已经用电话叫到人")


async def test_taken_back_in_another_tab_it_is_taken_back_at_once(stand: Stand) -> None:
    page, line = await with_one_of_before(stand, RAISED)
    await line.until(1)
    line.answers[:] = [RAISED, CANCELLED]
    await page.evaluate(
        f"localStorage['ld-assist-shen'] = JSON.stringify({{ ...{KEPT}, off: {{ reason: '误触' }} }});"
        "dispatchEvent(new StorageEvent('storage', { key: 'ld-assist-shen' }))"
    )
    await is_taken_back_there(page, line, "误触")


async def test_what_cannot_be_taken_back_for_good_says_so_and_is_no_call_any_more(stand: Stand) -> None:
    page, line = await called_in_vain(stand)
    line.answers[:] = [RAISED, problem(422, "invalid")]
    await take_back(page, "误触")
    await expect(page.locator("#assist-now [data-said]")).to_have_text("撤回没有送出：没有送成")
    await page.locator("#assist-now [data-close]").first.click()
    await hold(page)
    await page.wait_for_function(f"() => !{KEPT}.off")


async def test_held_again_while_it_is_being_taken_back_it_is_another_call(stand: Stand) -> None:
    page, line = await called_in_vain(stand)
    await take_back(page, "误触")
    await line.until(2)
    await page.locator("#assist-now [data-close]").first.click()
    before = await page.evaluate(KEPT)
    async with page.expect_request(lambda asked: asked.method == "PUT"):
        await hold(page)
    now = await page.evaluate(KEPT)
    assert (now["id"] != before["id"], now.get("off")) == (True, None)
    assert puts(line)[0] != puts(line)[-1]


async def test_what_is_heard_of_the_one_taken_back_leaves_the_new_one_as_it_is(stand: Stand) -> None:
    page, line = await called_in_vain(stand)
    slow = asyncio.Event()
    line.answers[:] = [(404, {})]
    await page.route(f"**{line.sent[0].path}", lambda route: waiting(route, slow))
    async with page.expect_request(lambda asked: asked.method == "GET" and "/assists/" in asked.url):
        await take_back(page, "误触")
    await page.locator("#assist-now [data-close]").first.click()
    line.answers[:] = [None]
    async with page.expect_request(lambda asked: asked.method == "PUT"):
        await hold(page)
    line.answers[:] = [(404, {}), None]
    async with page.expect_response(f"**{line.sent[0].path}"):
        slow.set()
    await page.wait_for_function(f"() => {KEPT}.tries > 0")
    await expect(page.locator("#assist-now [data-said]")).to_contain_text("支援还没有发出去")


async def test_whoever_opens_the_page_again_finds_it_taken_back(stand: Stand) -> None:
    page, line = await called_in_vain(stand)
    await take_back(page, "误触")
    await line.until(2)
    line.answers[:] = [RAISED, CANCELLED]
    again = await stand(PAGE, person="shen", shell=SHELL, tab=TAB)
    await is_taken_back_there(again, line, "误触")
