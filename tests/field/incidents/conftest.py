"""The street with an incident to report, at noon."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.letters.official import rendering
from backend.foundation.press import close_press, open_press
from tests.field.incidents.reporting import Reporting
from tests.field.street import Street


@pytest.fixture
def reporting(street: Street) -> Reporting:
    return Reporting(street)


@pytest.fixture
def own_reporting(own_street: Street) -> Reporting:
    """On a database of its own, where commands commit."""
    return Reporting(own_street)


@pytest.fixture
async def press() -> AsyncIterator[None]:
    """Sets papers for the tests that take one away."""
    await open_press(rendering.JOBS)
    yield
    await rendering.stop()
    await close_press()
