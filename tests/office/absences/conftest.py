"""The team at noon."""

import pytest

from tests.field.street import NOON, Street
from tests.office.absences.team import Team
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def team(clock: Clock, cast: Cast) -> Team:
    clock.at(NOON)
    return Team(Street(cast, clock))
