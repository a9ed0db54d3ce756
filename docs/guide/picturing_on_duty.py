"""A part of the guide's pictures: who is on duty now."""

from picturing import PHONE, enter, shoot
from playwright.async_api import Browser


async def standing_at_posts(browser: Browser, address: str) -> None:
    """As whoever directs them sees it."""
    page = await enter(browser, address, "zhihui", PHONE)
    await page.goto("/duty/now")
    await shoot(page, "on-duty")
