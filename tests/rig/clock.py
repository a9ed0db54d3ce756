"""Time is given, never slept for: the product reads this file instead of the clock when LIANDONG_ENV is test."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.rig.stage import stage


@dataclass
class Clock:
    """`clock.at("2026-11-20T17:59:00+08:00")`, then `clock.later(minutes=2)`; `run()` lets real time in again."""

    file: Path

    def at(self, moment: str | datetime) -> datetime:
        given = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        if given.tzinfo is None:
            raise ValueError(f"{moment}: say the offset, +08:00 on the street")
        beside = self.file.with_suffix(".next")
        beside.write_text(given.isoformat())
        beside.replace(
            self.file
        )  # a server that reads meanwhile sees the old moment or the new one, never half
        return given

    def read(self) -> datetime:
        """The moment that was given last."""
        return datetime.fromisoformat(self.file.read_text())

    def later(self, **span: float) -> datetime:
        return self.at(self.read() + timedelta(**span))

    def run(self) -> None:
        self.file.unlink(missing_ok=True)


@pytest.fixture
def clock() -> Iterator[Clock]:
    """The clock of this process; real time comes back after the test."""
    given = Clock(stage().folder / "data" / "clock")
    yield given
    given.run()
