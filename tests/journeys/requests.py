"""The demo's requests as addresses: the whistle and the notice as who asked and who is asked sees them."""

from playwright.async_api import Page

from tests.journeys.record import told


async def requests(captain: Page) -> dict[str, list[str]]:
    """Each that is open or ended, as the town hall sees them; one part that is spoken for."""
    found = (await told(captain, "/requests"))["items"]
    whistle = next(each for each in found if each["kind"] == "coordination")
    part = next(each["id"] for each in whistle["parties"] if not each["unit"]["sees_at_once"])
    return {
        "request_id": [each["id"] for each in found],
        "/requests/{request_id}/timeline": [f"/requests/{whistle['id']}/timeline"],
        "/requests/{request_id}/parties/{party_id}/behalf": [],
        "spoken for": [f"/requests/{whistle['id']}/parties/{part}/behalf?act=refusal"],
        "whistle": [f"/requests/{whistle['id']}"],
        "cover": [f"/requests/{each['id']}" for each in found if each["kind"] == "police"],
        "notice": [f"/requests/{each['id']}" for each in found if each["paper_owed"]],
    }


def of_requests(named: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Who besides reads what: whoever asked, the station, the department."""
    asking = ["police", "coordination", "guidance"]
    return [
        *(("duizhang", f"/requests/new?ask={each}") for each in asking),
        *(("duizhang", each) for each in ("/requests", *named["whistle"], *named["spoken for"])),
        *(("suozhang", each) for each in ("/requests", *named["cover"])),
        *(
            ("chengguan", each)
            for each in ("/requests", "/requests/new", *named["notice"], *named["whistle"])
        ),
    ]
