"""A moment is said on the phone as the server writes it, in China's time wherever the phone believes it is."""

from datetime import datetime

import pytest
from playwright.async_api import Page

from backend.foundation.web.words import zh_datetime

SAID = "async moment => (await import('/js/moments.js')).momentOf(moment)"


@pytest.mark.parametrize("moment", ["2026-11-23T06:02:00+00:00", "2026-01-04T16:05:00+00:00"])
async def test_it_is_said_with_the_servers_words(workbench: Page, moment: str) -> None:
    at = datetime.fromisoformat(moment)
    assert await workbench.evaluate(SAID, moment) == zh_datetime(at, at)
