"""The track of a patrol, judged: segments, gaps drawn as gaps, and a length that never leaps over one. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby, pairwise
from uuid import UUID

from backend.field.patrols.rules.sieve import Limits, Point, Reason, Sieved, sieve
from backend.foundation.distance import along_ellipsoid

CLOCK_SET_BACK = "手机时间被调整"
JUMPED = "定位跳变"


@dataclass(frozen=True, slots=True)
class Pause:
    """An interruption the crew declared; open while `until_at` is None."""

    from_at: datetime
    until_at: datetime | None
    reason: str

    def meets(self, from_at: datetime, until_at: datetime) -> bool:
        return self.from_at < until_at and (self.until_at is None or from_at < self.until_at)


@dataclass(frozen=True, slots=True)
class Segment:
    """An unbroken stretch of one device. `inexact` names by `seq` the points that are shown but not measured."""

    device: UUID
    points: tuple[Point, ...]
    inexact: frozenset[int]
    length_m: float

    @property
    def exact(self) -> list[Point]:
        return [point for point in self.points if point.seq not in self.inexact]


@dataclass(frozen=True, slots=True)
class Gap:
    """No position from `before` to `after` of one device; `reason` is empty where nobody knows."""

    device: UUID
    before: Point
    after: Point
    reason: str


@dataclass(frozen=True, slots=True)
class Track:
    """All devices of a patrol. `length_m` is the way of the one that went farthest: the crew went together, and
    phones in one car do not make the way longer."""

    segments: tuple[Segment, ...]
    gaps: tuple[Gap, ...]
    dropped: Mapping[Reason, int]
    length_m: float


def assess(points: Iterable[Point], now: datetime, pauses: Sequence[Pause], limits: Limits) -> Track:
    """Judge all fixes held of a patrol. The order in which they arrived and repeats do not matter."""
    segments: list[Segment] = []
    gaps: list[Gap] = []
    dropped: Counter[Reason] = Counter()
    for device, own in groupby(_in_order(points), key=lambda point: point.device):
        sieved = sieve(list(own), now, limits)
        stretches = _stretches(sieved, limits)
        segments += (_segment(device, stretch, limits) for stretch in stretches)
        gaps += (_gap(device, left[-1], right[0], pauses, limits) for left, right in pairwise(stretches))
        dropped += sieved.dropped
    return Track(tuple(segments), tuple(gaps), dict(dropped), _farthest(segments))


def _in_order(points: Iterable[Point]) -> list[Point]:
    """By device and `seq`, each once; a device's own count is trusted before its clock."""
    named = groupby(sorted(set(points), key=_full_order), key=lambda point: (point.device, point.seq))
    return [next(same) for _, same in named]


def _full_order(point: Point) -> tuple[UUID, int, datetime, float, float, float]:
    return point.device, point.seq, point.at, point.lat, point.lon, point.accuracy_m or 0.0


def _stretches(sieved: Sieved, limits: Limits) -> list[list[Point]]:
    """Kept points cut wherever too long nothing came, the clock was set back, or the position jumped for good."""
    starts = {run[0] for run in sieved.runs[1:]}
    exact = (point for run in sieved.runs for point in run)
    stretches: list[list[Point]] = []
    for point in sorted([*exact, *sieved.inexact], key=lambda point: point.seq):
        if stretches and point not in starts and not _broken(stretches[-1][-1], point, limits):
            stretches[-1].append(point)
        else:
            stretches.append([point])
    return stretches


def _broken(before: Point, after: Point, limits: Limits) -> bool:
    return after.at < before.at or after.at - before.at > limits.gap


def _segment(device: UUID, stretch: Sequence[Point], limits: Limits) -> Segment:
    exact = [point.position for point in stretch if not limits.inexact(point)]
    length = sum(_metres(before, after) for before, after in pairwise(exact))
    inexact = frozenset(point.seq for point in stretch if limits.inexact(point))
    return Segment(device, tuple(stretch), inexact, length)


@lru_cache(maxsize=20_000)
def _metres(before: tuple[float, float], after: tuple[float, float]) -> float:
    """Kept, because a running patrol is measured anew with every batch and only its last stretch is new."""
    return along_ellipsoid(before, after)


def _gap(device: UUID, before: Point, after: Point, pauses: Sequence[Pause], limits: Limits) -> Gap:
    declared = next((pause.reason for pause in pauses if pause.meets(before.at, after.at)), "")
    if declared:
        return Gap(device, before, after, declared)
    if after.at < before.at:
        return Gap(device, before, after, CLOCK_SET_BACK)
    return Gap(device, before, after, "" if after.at - before.at > limits.gap else JUMPED)


def _farthest(segments: Sequence[Segment]) -> float:
    by_device = groupby(segments, key=lambda segment: segment.device)
    return max((sum(segment.length_m for segment in own) for _, own in by_device), default=0.0)
