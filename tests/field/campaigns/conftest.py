"""The street with a campaign to hold, at noon."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.database import rows
from backend.foundation.letters.official import rendering
from backend.foundation.press import close_press, open_press
from tests.field.campaigns.campaigning import Campaigning
from tests.field.street import Street


@pytest.fixture
def campaigning(street: Street) -> Campaigning:
    return Campaigning(street)


@pytest.fixture
async def press() -> AsyncIterator[None]:
    """Sets papers for the tests that take one away."""
    await open_press(rendering.JOBS)
    yield
    await rendering.stop()
    await close_press()


@pytest.fixture
async def roles(street: Street) -> None:
    """The party secretary of some places is captain too: here duizhang is one of the leaders."""
    await rows("UPDATE officers SET roles = '[\"captain\", \"leader\"]' WHERE username = 'duizhang'")
