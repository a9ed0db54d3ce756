"""People of the cast with another part to play."""

import pytest

from backend.foundation.database import rows
from tests.rig.cast import Cast


@pytest.fixture
async def county_administrator(cast: Cast) -> None:
    """xianban of the county government administers the county."""
    await rows("UPDATE officers SET roles = ? WHERE username = 'xianban'", '["administrator"]')
