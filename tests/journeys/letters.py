"""Official papers of the demo, for the pages that show one."""

from playwright.async_api import Page

from backend.demo.organisation import unit_id
from tests.journeys.record import told


async def papers(officer: Page) -> dict[str, list[str]]:
    """One in force and, where the demo has one, one that is void; the code of the first; whose numbers are set."""
    found = [
        letter
        for handoff in (await told(officer, "/handoffs"))["items"]
        for letter in (await told(officer, f"/handoffs/{handoff['id']}/letters"))["items"]
    ]
    kinds = {bool(letter["voided_at"]): letter["id"] for letter in found}
    shown = await told(officer, f"/letters/{kinds[False]}")
    return {"letter_id": list(kinds.values()), "code": [shown["code"]], "body_id": [str(unit_id("sfz"))]}
