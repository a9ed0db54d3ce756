"""Parts of the guide's pictures: planning a campaign, its month, the sheet of a day."""

from picturing import PHONE, TABLET, enter, shoot
from playwright.async_api import Browser


async def holding_campaigns(browser: Browser, address: str) -> None:
    """The plan on the captain's phone, the list and a day's sheet on the leader's tablet."""
    captain = await enter(browser, address, "duizhang", PHONE)
    await captain.goto("/campaigns/new")
    await captain.fill("[name=title]", "冬季市场与出店经营联合整治")
    await captain.locator('label:has([name=field][value="占道经营"])').click()
    await shoot(captain, "campaign-new")
    leader = await enter(browser, address, "lingdao", TABLET)
    await leader.goto("/campaigns")
    await shoot(leader, "campaigns")
    held = (await (await leader.request.get("/api/v1/campaigns")).json())["items"]
    newest = next(each for each in held if each["approved_at"] and not each["several_townships"])
    await leader.goto(f"/campaigns/{newest['id']}/days/{newest['first_day']}")
    await shoot(leader, "campaign-day")
