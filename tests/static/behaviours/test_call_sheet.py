"""The sheet of a call without a network: 110 is read first and stands at the foot, with the message and two numbers; the others come with a tick."""

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import connect
from tests.static.behaviours.test_assist import PAGE, SHELL, TAB, hold
from tests.static.behaviours.test_track import on_phone
from tests.static.conftest import Stand

STYLED = f'<link rel="stylesheet" href="/css/base.css"><link rel="stylesheet" href="/css/parts/dialog.css"><link rel="stylesheet" href="/css/parts/call.css">{PAGE}'
MANY = [{"name": f"第{n}位", "what": "", "phone": f"0000-{n}"} for n in range(1, 7)]


@pytest.fixture
async def sheet(stand: Stand) -> Page:
    await on_phone(stand)
    page = await stand(STYLED, person="shen", shell=SHELL, tab=TAB)
    await page.evaluate(
        "lines => localStorage.setItem('ld-lines-shen', JSON.stringify({ at: Date.now(), lines }))", MANY
    )
    await connect(page, None)
    await hold(page)
    await expect(page.locator("#assist-now")).to_be_visible()
    return page


async def test_a_message_and_two_numbers_stand_there_and_the_others_come_with_a_tick(sheet: Page) -> None:
    shown = sheet.locator("#assist-now [data-ways] a:visible")
    await expect(shown).to_have_count(3)
    await sheet.get_by_text("其他电话").click()
    await expect(shown).to_have_count(1 + len(MANY))


async def test_110_is_read_first_and_lies_under_the_thumb(sheet: Page) -> None:
    first = sheet.locator("#assist-now").locator("a, [data-said]").first
    await expect(first).to_have_attribute("href", "tel:110")
    await sheet.wait_for_function(
        """() => {
          const top = (each) => document.querySelector(`#assist-now ${each}`).getBoundingClientRect().top;
          return top("[data-said]") < top(".ld-110");
        }"""
    )


async def test_the_message_is_read_before_it_is_sent_and_each_number_stands_with_its_name(
    sheet: Page,
) -> None:
    await expect(sheet.locator("[data-message]")).to_contain_text("需要紧急支援")
    await expect(sheet.locator("[data-ways] a").nth(1)).to_have_text("第1位0000-1")
    await expect(sheet.locator("[data-ways] svg")).to_have_count(1 + len(MANY))


async def test_without_a_number_kept_the_message_goes_to_whomever_they_choose(stand: Stand) -> None:
    await on_phone(stand)
    page = await stand(STYLED, person="shen", shell=SHELL, tab=TAB)
    await connect(page, None)
    await hold(page)
    ways = page.locator("[data-ways] a")
    await expect(ways).to_have_text(["发短信，自己选人"])
    assert str(await ways.get_attribute("href")).startswith("sms:?&body=")
