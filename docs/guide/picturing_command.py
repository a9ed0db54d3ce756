"""Part of the guide's pictures: command, with somebody who shares their place."""

from picturing import DESK, PHONE, enter, fix, shoot
from playwright.async_api import Browser


async def commanding(browser: Browser, address: str) -> None:
    """Two phones that share, the desk that sees them."""
    for username, step in (("duizhang", 0), ("minjing", 30)):
        phone = await enter(browser, address, username, PHONE)
        await phone.context.set_geolocation(fix(step))
        await phone.get_by_role("button", name="共享位置").click()
        await phone.locator(".ld-sync_sharing:visible").wait_for()
    desk = await enter(browser, address, "zhihui", DESK)
    await desk.goto("/command")
    await desk.locator(".ld-map__who").first.wait_for()
    await shoot(desk, "command")
