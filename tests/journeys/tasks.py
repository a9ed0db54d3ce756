"""The demo's tasks as addresses: one to do, and the others as who gave them sees them."""

from playwright.async_api import Page

from tests.journeys.record import told


async def a_task(officer: Page) -> str:
    """One of the demo's that is this officer's to do."""
    found = (await told(officer, "/tasks?state=accepted"))["items"]
    return str(next(each["id"] for each in found if each["officer"] == "duiyuan"))


async def other_tasks(officer: Page) -> list[str]:
    """Those of the demo that were reported, closed, or are at another unit and late."""
    found = (await told(officer, "/tasks"))["items"]
    return [f"/tasks/{each['id']}" for each in found if each["state"] != "accepted" or not each["officer"]]
