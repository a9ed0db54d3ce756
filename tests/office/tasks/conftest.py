"""The township at noon, where work is given out."""

import pytest

from tests.field.conftest import noon, street
from tests.field.street import Street
from tests.office.tasks.giving import Giving

__all__ = ["noon", "street"]


@pytest.fixture
def giving(street: Street) -> Giving:
    return Giving(street)
