"""The street with somebody on a risky visit, at noon."""

import pytest

from tests.field.checkins.visits import Visits
from tests.field.street import Street


@pytest.fixture
def visits(street: Street) -> Visits:
    return Visits(street)


@pytest.fixture
def own_visits(own_street: Street) -> Visits:
    """On a database of its own, where commands commit."""
    return Visits(own_street)
