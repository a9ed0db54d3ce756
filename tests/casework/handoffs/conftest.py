"""The offices at noon."""

import pytest

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
