"""The street with its people, at noon."""

import pytest

from tests.field.street import NOON, Street
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def noon(clock: Clock) -> Clock:
    """It is noon on a Friday; certificates of the cast were made as of now."""
    clock.at(NOON)
    return clock


@pytest.fixture
def street(noon: Clock, cast: Cast) -> Street:
    return Street(cast, noon)


@pytest.fixture
def own_street(noon: Clock, own_cast: Cast) -> Street:
    """On a database of its own, where commands commit."""
    return Street(own_cast, noon)
