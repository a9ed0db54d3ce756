"""Parts of the guide's pictures: leave, borrowings, equipment, a person's page."""

from picturing import DESK, PHONE, enter, shoot
from playwright.async_api import Browser


async def people(browser: Browser, address: str) -> None:
    """As the captain sees them; what departments took as the leader does."""
    captain = await enter(browser, address, "duizhang", PHONE)
    waiting = (await (await captain.request.get("/api/v1/leaves")).json())["items"]
    await captain.goto(f"/leaves/{next(each['id'] for each in waiting if each['state'] == 'waiting')}")
    await shoot(captain, "leave")
    things = (await (await captain.request.get("/api/v1/equipment")).json())["items"]
    await captain.goto(f"/equipment/{next(each['id'] for each in things if each['state'] == 'late')}")
    await shoot(captain, "equipment")
    await captain.goto("/people")
    await captain.get_by_role("link", name="程一诺").click()
    await shoot(captain, "person")
    leader = await enter(browser, address, "lingdao", DESK)
    await leader.goto("/borrowings")
    await shoot(leader, "borrowings")
