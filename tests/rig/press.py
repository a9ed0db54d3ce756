"""The press, with the jobs of all rooms as a server has it, for the tests that need what it makes."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.evidence import development
from backend.foundation.letters.official import rendering
from backend.foundation.press import Press, running
from backend.running import JOBS


class StandingPress(Press):
    """Begins once, and again where a test has ended it."""

    begun = False

    async def start(self) -> None:
        if not self.begun:
            await super().start()
        self.begun = True

    async def stop(self) -> None:
        self.begun = False
        await super().stop()


@pytest.fixture(scope="session")
async def standing_press() -> AsyncIterator[Press]:
    """Its process takes longer to begin than most jobs, and keeps nothing of one for the next."""
    press = StandingPress(JOBS)
    yield press
    await press.stop()


@pytest.fixture
async def press(standing_press: Press, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Open for this test alone: elsewhere what is to be made waits."""
    await standing_press.start()
    monkeypatch.setattr(running, "_open", [standing_press])
    yield
    await rendering.stop()
    await development.stop()
