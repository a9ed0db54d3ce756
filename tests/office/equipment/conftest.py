"""The store at noon."""

import pytest

from tests.field.street import NOON, Street
from tests.office.equipment.store import Store
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def store(clock: Clock, cast: Cast) -> Store:
    clock.at(NOON)
    return Store(Street(cast, clock))
