"""The street with a campaign to hold, at noon."""

import pytest

from backend.foundation.database import rows
from tests.field.campaigns.campaigning import Campaigning
from tests.field.street import Street


@pytest.fixture
def campaigning(street: Street) -> Campaigning:
    return Campaigning(street)


@pytest.fixture
async def roles(street: Street) -> None:
    """The party secretary of some places is captain too: here duizhang is one of the leaders."""
    await rows("UPDATE officers SET roles = '[\"captain\", \"leader\"]' WHERE username = 'duizhang'")
