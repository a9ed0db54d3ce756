"""What there is to open of campaigns: those of the demo, in each state it tells."""

from playwright.async_api import Page

from tests.journeys.record import told


async def campaigns(captain: Page) -> dict[str, list[str]]:
    """The township's own that goes on and one led by the county; days and report where there are any; by name the one that
    waits. A plan that was sent back is no page of the demo's."""
    made = (await told(captain, "/campaigns"))["items"]
    begun = [each for each in made if each["approved_at"]]
    own = next(each for each in begun if not each["several_townships"])
    led = next(each for each in begun if each["several_townships"])
    return {
        "campaign_id": [own["id"], led["id"]],
        "/campaigns/{campaign_id}/timeline": [f"/campaigns/{own['id']}/timeline"],
        "/campaigns/{campaign_id}/days/{day}": [f"/campaigns/{own['id']}/days/{own['first_day']}"],
        "/campaigns/{campaign_id}/report": [f"/campaigns/{own['id']}/report"],
        "/campaigns/{campaign_id}/plan": [],
        "campaign that waits": [f"/campaigns/{each['id']}" for each in made if each["state"] == "submitted"],
    }


def of_campaigns(named: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Who besides reads what: whoever plans, whoever decides, whoever leads over several townships."""
    own, led = (f"/campaigns/{each}" for each in named["campaign_id"])
    waiting = [("zhenzhang", each) for each in named["campaign that waits"]]
    return [("duizhang", own), ("zhenzhang", "/campaigns"), *waiting, ("chengguan", led)]
