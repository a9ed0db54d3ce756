"""A moment is said on the phone as the server writes it, in China's time wherever the phone believes it is."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from playwright.async_api import Browser, Page

from backend.foundation.web.words import zh_datetime
from tests.rig.workbench import HOUSE

# Behind China and ahead of it, across the day that is meant.
ELSEWHERE = ("America/New_York", "Asia/Shanghai", "Pacific/Auckland")
SAID = "async moment => (await import('/js/moments.js')).momentOf(moment)"


@pytest.fixture(params=ELSEWHERE)
async def phone(benches: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    context = await benches.new_context(timezone_id=request.param)
    page = await context.new_page()
    await page.goto(HOUSE)
    yield page
    await context.close()


@pytest.mark.parametrize("moment", ["2026-11-23T06:02:00+00:00", "2026-01-04T16:05:00+00:00"])
async def test_it_is_said_with_the_servers_words(phone: Page, moment: str) -> None:
    at = datetime.fromisoformat(moment)
    assert await phone.evaluate(SAID, moment) == zh_datetime(at, at)


@pytest.mark.parametrize(
    ("moment", "began"),
    [
        ("2026-11-22T15:59:59Z", "2026-11-21T16:00:00.000Z"),
        ("2026-11-22T16:00:00Z", "2026-11-22T16:00:00.000Z"),
    ],
)
async def test_a_day_begins_at_chinas_midnight(phone: Page, moment: str, began: str) -> None:
    """What was sent today is counted from there, also on a phone that believes it is elsewhere."""
    script = "async moment => (await import('/js/moments.js')).dayBegan(new Date(moment))"
    assert await phone.evaluate(script, moment) == began
