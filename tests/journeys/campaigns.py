"""What there is to open of campaigns: those of the demo, in each state it tells."""

from playwright.async_api import Page

from tests.journeys.record import told


async def campaigns(captain: Page) -> dict[str, list[str]]:
    """Of all of them the record; days and report where there are any; a plan that was sent back is no page of the demo's."""
    made = (await told(captain, "/campaigns"))["items"]
    begun = [each for each in made if each["approved_at"]]
    own = [each for each in begun if each["state"] == "approved" and not each["several_townships"]]
    return {
        "campaign_id": [each["id"] for each in made],
        "/campaigns/{campaign_id}/days/{day}": [
            f"/campaigns/{each['id']}/days/{each['first_day']}" for each in begun
        ],
        "/campaigns/{campaign_id}/report": [f"/campaigns/{each['id']}/report" for each in own],
        "/campaigns/{campaign_id}/plan": [],
        "led by the county": [f"/campaigns/{each['id']}" for each in begun if each["several_townships"]],
    }
