"""The cast on a Friday at noon, and the press that reads spreadsheets."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.press import close_press, open_press
from backend.office.matters.commands.importing import JOBS
from tests.rig.cast import Cast
from tests.rig.clock import Clock

NOON = "2026-11-20T12:00:00+08:00"


@pytest.fixture
def noon(clock: Clock) -> Clock:
    clock.at(NOON)
    return clock


@pytest.fixture
async def town(noon: Clock, cast: Cast) -> Cast:
    """Everybody, with nothing on the list yet."""
    return cast


@pytest.fixture(scope="session")
async def press() -> AsyncIterator[None]:
    await open_press(JOBS)
    yield
    await close_press()
