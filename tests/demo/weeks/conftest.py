"""The demo with its weeks, loaded once for the tests of this folder."""

from collections.abc import AsyncIterator

import pytest

from backend.demo import load_if_empty
from backend.settings import settings
from tests.rig.database import put_back
from tests.rig.stage import Stage


@pytest.fixture(scope="package")
async def weeks(open_house: Stage) -> AsyncIterator[None]:
    """The database is put back from the template afterwards."""
    assert await load_if_empty(settings())
    yield
    await put_back(open_house)
