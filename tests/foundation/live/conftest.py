"""A hub that commands wake, and an officer who listens to it."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.people.identity import Person
from tests.foundation.live.listening import House, house
from tests.rig.cast import Cast


@pytest.fixture
async def here() -> AsyncIterator[House]:
    async with house() as made:
        yield made


@pytest.fixture
async def officer(own_cast: Cast) -> Person:
    return await own_cast.person("duiyuan")
