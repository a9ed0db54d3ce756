"""The street with somebody in trouble, at noon."""

import pytest

from tests.field.assists.calls import Calls
from tests.field.street import Street


@pytest.fixture
def calls(street: Street) -> Calls:
    return Calls(street)


@pytest.fixture
def own_calls(own_street: Street) -> Calls:
    """On a database of its own, where commands commit."""
    return Calls(own_street)
