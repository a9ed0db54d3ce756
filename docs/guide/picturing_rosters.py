"""Parts of the guide's pictures: the month as whoever plans sees it, and one's own shift."""

from picturing import PHONE, TABLET, enter, shoot
from playwright.async_api import Browser


async def making_rosters(browser: Browser, address: str) -> None:
    """The month on the wall, a draft, whom to put on a shift; a shift of one's own with its acts."""
    planner = await enter(browser, address, "zhihui", TABLET)
    await planner.goto("/duty")
    await planner.locator(".ld-rotabox").scroll_into_view_if_needed()
    await shoot(planner, "duty-month")
    found = (await (await planner.request.get("/api/v1/rosters")).json())["items"]
    draft = next(each["id"] for each in found if each["state"] == "draft")
    await planner.goto(f"/duty/rosters/{draft}")
    await shoot(planner, "duty-draft")
    shifts = (await (await planner.request.get(f"/api/v1/rosters/{draft}")).json())["shifts"]
    await planner.goto(f"/duty/shifts/{next(each['id'] for each in shifts if each['kind'] == 'watch')}")
    await shoot(planner, "duty-put")
    officer = await enter(browser, address, "duiyuan", PHONE)
    await officer.goto("/duty")
    await shoot(officer, "duty-own")
