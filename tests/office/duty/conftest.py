"""The desk of whoever makes the roster."""

import pytest

from tests.field.street import NOON, Street
from tests.office.duty.desk import Desk
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def desk(clock: Clock, cast: Cast) -> Desk:
    clock.at(NOON)
    return Desk(Street(cast, clock))
