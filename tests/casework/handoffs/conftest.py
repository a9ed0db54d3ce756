"""The offices at noon."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.letters.official import rendering
from backend.foundation.press import close_press, open_press
from tests.casework.handoffs.offices import Offices
from tests.field.street import NOON, Street
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def offices(clock: Clock, cast: Cast) -> Offices:
    clock.at(NOON)
    return Offices(Street(cast, clock))


@pytest.fixture
def own_offices(clock: Clock, own_cast: Cast) -> Offices:
    """On a database of its own, where commands commit."""
    clock.at(NOON)
    return Offices(Street(own_cast, clock))


@pytest.fixture
async def press() -> AsyncIterator[None]:
    """Sets papers for the tests that take one away."""
    await open_press(rendering.JOBS)
    yield
    await rendering.stop()
    await close_press()
