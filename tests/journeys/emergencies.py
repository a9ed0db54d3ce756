"""The demo's emergencies as addresses: what an officer was called to, and what the captain sees besides."""

from playwright.async_api import Page

from tests.journeys.record import told


async def emergencies(officer: Page) -> dict[str, list[str]]:
    """The one that goes on."""
    return {"emergency_id": [each["id"] for each in (await told(officer, "/emergencies"))["items"]]}


async def captains_emergencies(captain: Page, call: str) -> list[str]:
    """All of them, the one that is over and the drill among them; and what begins with a call."""
    found = [each["id"] for each in (await told(captain, "/emergencies"))["items"]]
    return [
        "/emergencies",
        *(f"/emergencies/{each}" for each in found),
        f"/emergencies/new?kind=assist&origin={call}",
    ]
