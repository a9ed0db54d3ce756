"""What there is to open of posts: the page a code opens (the one a phone keeps), a spot check that waits."""

from uuid import uuid4

from playwright.async_api import Page

from backend.foundation.web.stand_in import NOWHERE
from tests.journeys.record import put


async def posts(captain: Page) -> dict[str, list[str]]:
    check = str(uuid4())
    await put(captain, f"/spot-checks/{check}", {"officer": "duiyuan"})
    return {"place_code": [str(NOWHERE)], "spot_check_id": [check]}
