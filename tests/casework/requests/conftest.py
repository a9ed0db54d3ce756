"""Both sides at noon."""

import pytest

from tests.casework.requests.desks import Desks
from tests.field.conftest import noon, street
from tests.field.street import Street

__all__ = ["noon", "street"]


@pytest.fixture
def desks(street: Street) -> Desks:
    return Desks(street)
