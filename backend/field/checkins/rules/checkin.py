"""A visit with its timer as rules see it. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite
from typing import Any, cast
from uuid import UUID

from backend.field.checkins.rules.timer import Due, Timer, waiting
from backend.field.checkins.rules.words import Colour, Step
from backend.foundation.positions import Positioned

MOST_LAT, MOST_LON = 90, 180


@dataclass(frozen=True, slots=True)
class Checkin(Positioned):
    """One visit, column by column."""

    id: UUID
    township: UUID
    unit: UUID
    officer: UUID
    begun_by: UUID
    place: str
    reason: str
    note: str
    exercise: bool
    interval_minutes: int
    grace_minutes: int
    second_minutes: int
    begun_at: datetime
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    well_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    position_at: datetime | None
    next_at: datetime | None
    next_step: str
    assist: UUID | None
    ended_at: datetime | None
    ended_by: UUID | None
    version: int

    @property
    def open(self) -> bool:
        return self.ended_at is None

    @property
    def title(self) -> str:
        """演练：河滩料场 夜间检查."""
        return f"{'演练：' if self.exercise else ''}{self.place} {self.reason}"

    @property
    def timer(self) -> Timer:
        spans = (self.interval_minutes, self.grace_minutes, self.second_minutes)
        said = Timer(self.well_at, *(timedelta(minutes=span) for span in spans))
        return waiting(said, Due(cast("Step", self.next_step), self.next_at)) if self.next_at else said

    def colour(self, at: datetime) -> Colour:
        if self.ended_at is not None:
            return "ended"
        return "called" if self.assist is not None else self.timer.colour(at)


def believable(lat: Any, lon: Any) -> bool:
    """Whether a position leads anywhere. One that does not refuses no 报平安: the last good one stays."""
    if not (isinstance(lat, int | float) and isinstance(lon, int | float)):
        return False
    if not (isfinite(lat) and isfinite(lon)) or (lat == 0 and lon == 0):
        return False
    return abs(lat) <= MOST_LAT and abs(lon) <= MOST_LON
