"""A press of the test's own, so that papers are really set."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.letters.official import rendering
from backend.foundation.press import close_press, open_press


@pytest.fixture
async def press() -> AsyncIterator[None]:
    await open_press(rendering.JOBS)
    yield
    await rendering.stop()
    await close_press()
