"""A phone that still holds a call of before, and does not know that it has ended: it never stands in the way of another one."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import Line, connect, problem
from tests.static.behaviours.test_assist import KEPT, PAGE, SHELL, TAB, hold, puts, stood
from tests.static.behaviours.test_track import on_phone
from tests.static.conftest import Stand

BEFORE = {
    "id": "old",
    "url": "/api/v1/assists/old",
    "next": "#old",
    "body": {},
    "pressed": 0,
    "tries": 0,
    "held": True,
}


@pytest.fixture(autouse=True)
async def phone(stand: Stand) -> None:
    await on_phone(stand)


async def with_one_of_before(stand: Stand, *answers: tuple[int, Any] | None) -> tuple[Page, Line]:
    """A phone that holds a call the server has, and has heard nothing of it since."""
    page = await stood(stand)
    line = await connect(page, *answers)
    await page.evaluate("call => localStorage.setItem('ld-assist-shen', JSON.stringify(call))", BEFORE)
    return await stand(PAGE, person="shen", shell=SHELL, tab=TAB), line


async def test_where_the_one_before_cannot_be_asked_about_there_are_numbers_and_another_call(
    stand: Stand,
) -> None:
    page, line = await with_one_of_before(stand, None)
    await hold(page)
    said = page.locator("#assist-now [data-said]")
    await expect(said).to_contain_text("现在连不上网，不知道结束了没有")
    await expect(page.locator("#assist-now [data-ways]")).to_contain_text("周青岩")
    now = await page.evaluate("import('/js/assist/words.js').then(({ clock }) => clock(Date.now()))")
    await expect(page.locator("[data-message]")).to_contain_text(f"【联动支援】{now}")
    assert puts(line) == []
    await page.click("[data-anew]")
    await page.wait_for_function(f"() => {KEPT}.id !== 'old'")
    await expect(page.locator("[data-anew]")).to_be_hidden()
    await page.wait_for_function(f"() => {KEPT}.tries > 0")
    assert [sent.method for sent in line.sent].count("PUT") == 1


async def ended_meanwhile(stand: Stand) -> tuple[Page, Line]:
    """A phone that asked while the call went on, and has not heard since that it was ended."""
    page, line = await with_one_of_before(stand, (200, {"id": "old", "state": "raised"}))
    await line.until(1)
    line.answers[:] = [(200, {"id": "old", "state": "resolved"})]
    return page, line


async def test_where_the_one_before_has_ended_it_is_another_call(stand: Stand) -> None:
    page, line = await ended_meanwhile(stand)
    async with page.expect_request(lambda asked: asked.method == "PUT"):
        await hold(page)
    assert all(not sent.path.endswith("/old") for sent in line.sent if sent.method == "PUT")


async def test_a_tap_on_the_bar_never_calls_anybody(stand: Stand) -> None:
    page, line = await ended_meanwhile(stand)
    await page.locator("[data-call-bar]").click()
    await expect(page.locator("#toast")).to_have_text("这次支援已经结束")
    await expect(page.locator("[data-call-bar]")).to_be_hidden()
    assert puts(line) == []
    assert await page.evaluate(KEPT) is None


async def test_a_key_asks_first_also_where_the_one_before_has_ended(stand: Stand) -> None:
    page, line = await ended_meanwhile(stand)
    await page.locator(".ld-tab_assist").press("Enter")
    button = page.get_by_role("button", name="发出支援")
    await expect(button).to_be_visible()
    assert puts(line) == []
    async with page.expect_request(lambda asked: asked.method == "PUT"):
        await button.click()


async def test_a_tap_on_the_bar_leads_to_the_call_that_goes_on(stand: Stand) -> None:
    page, line = await with_one_of_before(stand, (200, {"id": "old", "state": "raised"}))
    await page.locator("[data-call-bar]").click()
    await page.wait_for_url("**/#old")
    assert puts(line) == []


async def test_a_call_that_will_never_be_taken_stands_in_the_way_of_none(stand: Stand) -> None:
    page = await stood(stand)
    await connect(page, problem(422, "invalid"))
    await hold(page)
    await page.wait_for_function(f"() => {KEPT}?.refused")
    before = await page.evaluate(KEPT)
    await page.locator("#assist-now [data-close]").first.click()
    async with page.expect_request(lambda asked: asked.method == "PUT" and before["id"] not in asked.url):
        await hold(page)


async def test_one_that_never_arrived_is_sent_no_more_by_itself_a_shift_later(stand: Stand) -> None:
    page = await stood(stand)
    line = await connect(page)
    await page.evaluate(
        "call => localStorage.setItem('ld-assist-shen', JSON.stringify(call))",
        BEFORE | {"held": False, "tries": 5},
    )
    page = await stand(PAGE, person="shen", shell=SHELL, tab=TAB)
    await expect(page.locator("[data-call-bar] [data-words]")).to_contain_text("一直没有送到，不再自动送")
    await page.locator("[data-call-bar]").click()
    await expect(page.locator("[data-again]")).to_be_hidden()
    assert puts(line) == []
    async with page.expect_request(lambda asked: asked.method == "PUT"):
        await page.click("[data-anew]")


AGAIN = """<template id="sign-in-again"><dialog><form data-url="/api/v1/session"><input name="username"><p data-said></p></form>
<button data-close>先不登录</button></dialog></template>"""


async def test_the_sign_in_lies_over_the_numbers_once_and_then_only_for_who_taps(stand: Stand) -> None:
    page = await stood(stand)
    await page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", AGAIN)
    line = await connect(page, problem(401, "signed_out"))
    await hold(page)
    await page.get_by_role("button", name="先不登录").click()
    for count, wait in ((1, 1_000), (2, 2_000)):
        await expect(page.locator("[data-retry]")).to_contain_text(f"试了{count}次")
        await page.clock.run_for(wait)
        await expect(page.get_by_role("button", name="先不登录")).to_have_count(0)
    await line.until(3)
    await expect(page.locator("[data-retry]")).to_contain_text("试了3次")
    await page.click("[data-again]")
    await expect(page.get_by_role("button", name="先不登录")).to_be_visible()
