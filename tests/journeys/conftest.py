"""A day of one's own for every journey that moves time."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser

from backend.foundation.now import CHINA
from tests.journeys.day import Day
from tests.journeys.material import Material, home_made, real
from tests.rig.browser import Screens
from tests.rig.evidence import FAILED
from tests.rig.server import Servers

# 逢三逢八 in backend/demo/places.toml.
MARKET_DAYS = (3, 8)


@pytest.fixture(params=["real", "made"])
def material(request: pytest.FixtureRequest, tmp_path: Path) -> Material:
    """Real where LIANDONG_SAMPLES names a folder, and its twin."""
    return home_made(tmp_path) if request.param == "made" else real(request.getfixturevalue("samples"))


@pytest.fixture
async def day(chromium: Browser, servers: Servers, request: pytest.FixtureRequest) -> AsyncIterator[Day]:
    """Nine o'clock on the morning after the demo was made, on a server of this journey's own. Where that is a market day of the
    town, the morning after: those who stand by at the market would hear what the journeys take for quiet."""
    name = f"day-{len(servers.running)}"
    server = servers.with_demo(name)
    morning = datetime.now(UTC).astimezone(CHINA) + timedelta(days=1)
    if morning.day % 10 in MARKET_DAYS:
        morning += timedelta(days=1)
    server.clock.at(morning.replace(hour=9, minute=0, second=0, microsecond=0))
    screens = Screens(chromium, server.start())
    yield Day(screens)
    if request.node.stash.get(FAILED, False):
        await screens.photograph(request.node.name)
    await screens.close()
    server.kill()
    assert not screens.complaints, "\n".join(screens.complaints)
