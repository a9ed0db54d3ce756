"""The township at noon, where something happens."""

import pytest

from tests.field.emergencies.dealing import Dealing
from tests.field.street import Street


@pytest.fixture
def dealing(street: Street) -> Dealing:
    return Dealing(street)
