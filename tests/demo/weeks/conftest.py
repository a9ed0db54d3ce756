"""The demo with its weeks, loaded once for the tests of this folder."""

from collections.abc import AsyncIterator

import pytest

from backend.demo import load_if_empty
from backend.foundation.database import close_database, open_database
from backend.settings import settings
from tests.rig.copies import copy_database
from tests.rig.stage import Stage


@pytest.fixture(scope="package")
async def weeks(open_house: Stage) -> AsyncIterator[None]:
    """The database is put back from the template afterwards."""
    assert await load_if_empty(settings())
    yield
    await close_database()
    copy_database(open_house, "template", "house")
    await open_database()
