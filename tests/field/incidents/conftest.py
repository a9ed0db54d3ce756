"""The street with an incident to report, at noon."""

import pytest

from tests.field.incidents.reporting import Reporting
from tests.field.street import Street


@pytest.fixture
def reporting(street: Street) -> Reporting:
    return Reporting(street)


@pytest.fixture
def own_reporting(own_street: Street) -> Reporting:
    """On a database of its own, where commands commit."""
    return Reporting(own_street)
