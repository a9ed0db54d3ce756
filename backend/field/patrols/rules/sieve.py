"""Which fixes of one device count. Pure.

Dropped: the zero coordinate, times that have not come yet, and jumps no vehicle makes. A fix that is merely inexact
is kept and marked; it shows that the phone was on, but its way is not measured.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from backend.foundation.distance import along_sphere

Reason = Literal["nowhere", "future", "speed"]
WORDS: dict[Reason, str] = {"nowhere": "坐标为零", "future": "时间晚于现在", "speed": "速度不可能"}

_NOWHERE_DEGREES = 1e-4
_CLOCK_TICK_S = 1.0  # receivers date fixes by the second: two may carry the same time
_SETTLED = 3  # so many fixes that agree with each other are believed against those before


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """One fix (WGS-84). `accuracy_m` None: the receiver did not say, and is believed."""

    device: UUID
    seq: int
    at: datetime
    lat: float
    lon: float
    accuracy_m: float | None = None

    @property
    def position(self) -> tuple[float, float]:
        return self.lat, self.lon


@dataclass(frozen=True, slots=True)
class Limits:
    """A township's own limits; each is the last value that still counts."""

    gap: timedelta = timedelta(minutes=2)
    max_speed_m_s: float = 55.0
    max_accuracy_m: float = 100.0
    clock_tolerance: timedelta = timedelta(minutes=5)

    def inexact(self, point: Point) -> bool:
        return point.accuracy_m is not None and point.accuracy_m > self.max_accuracy_m


def limits(settings: Mapping[str, int]) -> Limits:
    """From the township's preferences."""
    return Limits(
        gap=timedelta(seconds=settings["track.gap_seconds"]),
        max_speed_m_s=settings["track.max_speed_kmh"] / 3.6,
        max_accuracy_m=settings["track.max_accuracy_m"],
    )


@dataclass(slots=True)
class Sieved:
    """Runs of exact fixes, each reachable from the one before, and the inexact ones; what was dropped, counted."""

    runs: list[list[Point]] = field(default_factory=list)
    inexact: list[Point] = field(default_factory=list)
    dropped: Counter[Reason] = field(default_factory=Counter)


def sieve(points: Sequence[Point], now: datetime, limits: Limits) -> Sieved:
    """Sort the fixes of one device, given in the order of `seq`."""
    sieved = Sieved()
    exact = []
    for point in points:
        reason = _impossible(point, now, limits)
        if reason:
            sieved.dropped[reason] += 1
        elif limits.inexact(point):
            sieved.inexact.append(point)
        else:
            exact.append(point)
    sieved.runs = _runs(exact, limits)
    lost = len(exact) - sum(map(len, sieved.runs))
    if lost:
        sieved.dropped["speed"] += lost
    return sieved


def _impossible(point: Point, now: datetime, limits: Limits) -> Reason | None:
    if abs(point.lat) < _NOWHERE_DEGREES and abs(point.lon) < _NOWHERE_DEGREES:
        return "nowhere"
    return "future" if point.at > now + limits.clock_tolerance else None


def _runs(points: Sequence[Point], limits: Limits) -> list[list[Point]]:
    """Each run is what one could have travelled. Jumps are held back until they settle or prove to be stray."""
    runs: list[list[Point]] = []
    current: list[Point] = []
    stray: list[Point] = []
    for point in points:
        if not current or _reachable(current[-1], point, limits):
            current.append(point)
            stray = []
        elif stray and _reachable(stray[-1], point, limits):
            stray.append(point)
        else:
            stray = [point]
        if len(stray) == _SETTLED:
            runs.append(current)
            current, stray = stray, []
    runs.append(current)
    settled = [run for run in runs if len(run) >= _SETTLED]
    return settled or [run for run in runs if run][:1]


def _reachable(before: Point, after: Point, limits: Limits) -> bool:
    """Whether one gets there in the time between; a clock that was set back says nothing of speed."""
    seconds = (after.at - before.at).total_seconds()
    if seconds < 0:
        return True
    return along_sphere(before.position, after.position) <= limits.max_speed_m_s * max(seconds, _CLOCK_TICK_S)
