"""A phone that still holds a call of before, and does not know that it has ended: it never stands in the way of another one."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import Line, connect
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
    assert puts(line) == []
    await page.click("[data-anew]")
    await page.wait_for_function(f"() => {KEPT}.id !== 'old'")
    await expect(page.locator("[data-anew]")).to_be_hidden()
    await page.wait_for_function(f"() => {KEPT}.tries > 0")
    assert [sent.method for sent in line.sent].count("PUT") == 1


async def test_where_the_one_before_has_ended_it_is_another_call(stand: Stand) -> None:
    page, line = await with_one_of_before(stand, (200, {"id": "old", "state": "resolved"}))
    await page.evaluate("call => localStorage.setItem('ld-assist-shen', JSON.stringify(call))", BEFORE)
    await hold(page)
    await page.wait_for_function(f"() => {KEPT} && {KEPT}.id !== 'old'")
    await line.until(2)
    assert len(puts(line)) >= 1
