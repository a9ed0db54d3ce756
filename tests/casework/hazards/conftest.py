"""The desks at noon."""

import pytest

from tests.casework.hazards.desks import Desks
from tests.field.street import NOON, Street
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def desks(clock: Clock, cast: Cast) -> Desks:
    clock.at(NOON)
    return Desks(Street(cast, clock))


@pytest.fixture
def own_desks(clock: Clock, own_cast: Cast) -> Desks:
    """On a database of its own, where commands commit."""
    clock.at(NOON)
    return Desks(Street(own_cast, clock))
