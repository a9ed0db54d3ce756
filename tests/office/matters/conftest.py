"""The cast on a Friday at noon."""

import pytest

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
