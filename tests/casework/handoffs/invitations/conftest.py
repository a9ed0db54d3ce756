"""The pace at the links is that of a process: each test begins rested."""

import pytest

from backend.casework.handoffs.invitations import guests
from backend.foundation.web.pace import Pace


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests, "LOOKS", Pace(240))
    monkeypatch.setattr(guests, "WRONG", Pace(20))
