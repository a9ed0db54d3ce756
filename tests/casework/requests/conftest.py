"""Both sides at noon."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.letters.official import rendering
from backend.foundation.press import close_press, open_press
from tests.casework.requests.desks import Desks
from tests.field.conftest import noon, street
from tests.field.street import Street

__all__ = ["noon", "street"]


@pytest.fixture
def desks(street: Street) -> Desks:
    return Desks(street)


@pytest.fixture
async def press() -> AsyncIterator[None]:
    """Sets papers for the tests that take one away."""
    await open_press(rendering.JOBS)
    yield
    await rendering.stop()
    await close_press()
