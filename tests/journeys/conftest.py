"""A day of one's own for every journey that moves time."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.journeys.day import Day
from tests.journeys.material import Material, home_made, real
from tests.rig.browser import Screens
from tests.rig.evidence import FAILED
from tests.rig.ordinary import ordinary_morning
from tests.rig.server import Servers


@pytest.fixture(params=["real", "made"])
def material(request: pytest.FixtureRequest, tmp_path: Path) -> Material:
    """Real where LIANDONG_SAMPLES names a folder, and its twin."""
    return home_made(tmp_path) if request.param == "made" else real(request.getfixturevalue("samples"))


@pytest.fixture
async def day(chromium: Browser, servers: Servers, request: pytest.FixtureRequest) -> AsyncIterator[Day]:
    """Nine o'clock on the first ordinary morning after the demo was made, on a server of this journey's own."""
    name = f"day-{len(servers.running)}"
    server = servers.with_demo(name)
    server.clock.at(ordinary_morning(datetime.now(UTC)))
    screens = Screens(chromium, server.start())
    yield Day(screens)
    if request.node.stash.get(FAILED, False):
        await screens.photograph(request.node.name)
    await screens.close()
    server.kill()
    assert not screens.complaints, "\n".join(screens.complaints)
