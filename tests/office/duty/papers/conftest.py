"""The press that reads rosters and sets their sheet."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.press import close_press, open_press
from backend.running import JOBS


@pytest.fixture(scope="session")
async def press() -> AsyncIterator[None]:
    await open_press(JOBS)
    yield
    await close_press()
