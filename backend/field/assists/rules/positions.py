"""How far a position may be believed. A call for help is never refused for it: it is marked for what it is. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite
from typing import Final

from backend.foundation.distance import along_sphere
from backend.foundation.positions import SOURCES

STALE_AFTER: Final = timedelta(seconds=60)
GOOD_FOR: Final = timedelta(seconds=60)
FAR_M: Final = 30_000
NORTHMOST: Final = 90
EASTMOST: Final = 180
NOTHING_NEAR_ZERO: Final = 0.01  # degrees: the sea off Africa, where broken devices are
# What these say leads nobody anywhere.
USELESS: Final[frozenset[str]] = frozenset({"none", "zero", "impossible"})
# With one of these a position is no better than one known before.
DOUBTFUL: Final[frozenset[str]] = frozenset({"jump", "far", "inexact", "stale"})

Corner = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Fix:
    """One position with the moment it was taken and its marks (POSITION_MARKS)."""

    lat: float | None
    lon: float | None
    accuracy_m: float | None
    source: str
    at: datetime | None
    marks: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether somebody can be led there."""
        return self.lat is not None and self.lon is not None and USELESS.isdisjoint(self.marks)

    @property
    def doubtful(self) -> bool:
        return not DOUBTFUL.isdisjoint(self.marks)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is too inexact and too fast (settings of the township), and where the township lies (corners of its boundary)."""

    inexact_m: int
    fastest_kmh: int
    corners: Sequence[Corner] = ()


NOWHERE: Final = Fix(None, None, None, "none", None, ("none",))


def numeric(value: float | str | None) -> float | None:
    """A number if it can be read as a finite one."""
    try:
        number = float(value) if value is not None else None
    except ValueError:
        return None
    return number if number is not None and isfinite(number) else None


def judged(
    said: tuple[float | str | None, float | str | None, float | str | None],
    source: str,
    taken_at: datetime | None,
    *,
    now: datetime,
    before: Fix | None,
    measure: Measure,
) -> Fix:
    """A fix with its marks. `said`: latitude, longitude, accuracy as they came; `before`: the last one that could be used."""
    lat, lon, accuracy = (numeric(value) for value in said)
    source = source if source in SOURCES else "gps"
    if said[0] is None and said[1] is None:
        return Fix(None, None, None, "none", taken_at, ("none",))
    if lat is None or lon is None or abs(lat) > NORTHMOST or abs(lon) > EASTMOST:
        return Fix(lat, lon, accuracy, source, taken_at, ("impossible",))
    if abs(lat) < NOTHING_NEAR_ZERO and abs(lon) < NOTHING_NEAR_ZERO:
        return Fix(lat, lon, accuracy, source, taken_at, ("zero",))
    found = Fix(lat, lon, accuracy, source, taken_at)
    marks = {
        "picked": source == "map",
        "inexact": accuracy is not None and (accuracy < 0 or accuracy > measure.inexact_m),
        "stale": taken_at is not None and now - taken_at > STALE_AFTER,
        "jump": _jumped(before, found, now, measure.fastest_kmh),
        "far": _is_far((lat, lon), measure.corners),
    }
    return Fix(lat, lon, accuracy, source, taken_at, tuple(mark for mark, true in marks.items() if true))


def better(new: Fix, known: Fix, now: datetime) -> bool:
    """Whether `new` takes the place of what is known: the newer one, but nothing doubtful over what is good and fresh."""
    if not new.usable or not known.usable:
        return new.usable or not known.usable
    if _age(new, now) > _age(known, now):
        return False
    return not new.doubtful or known.doubtful or _age(known, now) > GOOD_FOR


def _age(fix: Fix, now: datetime) -> timedelta:
    return now - (fix.at or now)


def _jumped(before: Fix | None, found: Fix, now: datetime, fastest_kmh: int) -> bool:
    if before is None or before.lat is None or before.lon is None or found.lat is None or found.lon is None:
        return False
    metres = along_sphere((before.lat, before.lon), (found.lat, found.lon))
    slack = (before.accuracy_m or 0) + (found.accuracy_m or 0)
    seconds = max(abs(((found.at or now) - (before.at or now)).total_seconds()), 1)
    return (metres - slack) / seconds * 3.6 > fastest_kmh


def _is_far(spot: Corner, corners: Sequence[Corner]) -> bool:
    return bool(corners) and min(along_sphere(spot, corner) for corner in corners) > FAR_M
