"""Half-screen dialogs open over an inert page and close in every way people try."""

import pytest
from playwright.async_api import Page

from tests.static.conftest import Stand

DIALOG = """{% from "shared/dialogs.html" import dialog, opener %}
{{ opener("trace", "看时限怎么算") }}<button id="behind">后面的</button>
{% call dialog("trace", "移送时限", open=open) %}<p>3个工作日</p>{% endcall %}"""


async def opened(stand: Stand) -> Page:
    page = await stand(DIALOG, open=False)
    await page.get_by_role("button", name="看时限怎么算").click()
    assert await page.locator("dialog").is_visible()
    return page


async def test_the_page_behind_cannot_be_reached(stand: Stand) -> None:
    page = await opened(stand)
    await page.evaluate("document.getElementById('behind').focus()")
    assert await page.evaluate("document.activeElement.id") != "behind"


@pytest.mark.parametrize("way", ["button", "escape", "beside"])
async def test_it_closes_and_gives_the_focus_back(stand: Stand, way: str) -> None:
    page = await opened(stand)
    if way == "button":
        await page.get_by_role("button", name="关闭").click()
    elif way == "escape":
        await page.keyboard.press("Escape")
    else:
        await page.mouse.click(5, 5)
    assert not await page.locator("dialog").is_visible()
    assert await page.evaluate("document.activeElement.textContent") == "看时限怎么算"


async def test_one_that_comes_open_is_open(stand: Stand) -> None:
    page = await stand(DIALOG, open=True)
    assert await page.locator("dialog").is_visible()
