"""Parts of the guide's pictures: an emergency while it goes on, and requests between bodies."""

from picturing import DESK, PHONE, enter, shoot
from playwright.async_api import Browser


async def emergencies(browser: Browser, address: str) -> None:
    """The one that goes on, as the dispatcher directs it and as somebody who was called in writes from the street."""
    desk = await enter(browser, address, "zhihui", DESK)
    found = (await (await desk.request.get("/api/v1/emergencies?state=open")).json())["items"]
    page = f"/emergencies/{found[0]['id']}"
    await desk.goto(page)
    await shoot(desk, "emergency")
    phone = await enter(browser, address, "duizhang", PHONE)
    await phone.goto(page)
    await shoot(phone, "emergency-phone")


async def requests(browser: Browser, address: str) -> None:
    """Police cover being asked for, and a whistle to several bodies that some have answered."""
    page = await enter(browser, address, "duizhang", PHONE)
    await page.goto("/requests/new?kind=police")
    await page.fill("[name=title]", "街天占道集中清理")
    await shoot(page, "request-new")
    found = (await (await page.request.get("/api/v1/requests")).json())["items"]
    whistle = next(each for each in found if each["kind"] == "coordination")
    desk = await enter(browser, address, "duizhang", DESK)
    await desk.goto(f"/requests/{whistle['id']}")
    await shoot(desk, "request")
