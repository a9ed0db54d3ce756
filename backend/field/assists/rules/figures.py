"""How long help takes: median and 90th percentile, of real calls only. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from statistics import median
from typing import Final

from backend.foundation.now import local

STEPS: Final[tuple[str, ...]] = ("acknowledged", "departed", "arrived")


@dataclass(frozen=True, slots=True)
class Timed:
    """One call: when it arrived, the first moments of police, the unit that answered first, the key place it was near."""

    received_at: datetime
    acknowledged_at: datetime | None
    departed_at: datetime | None
    arrived_at: datetime | None
    unit: str
    place: str

    def seconds(self, step: str) -> float | None:
        """From the arrival of the call; what was recorded as earlier than that took no time."""
        moment: datetime | None = getattr(self, f"{step}_at")
        return max((moment - self.received_at).total_seconds(), 0) if moment else None


@dataclass(frozen=True, slots=True)
class Spread:
    """Of the calls that came so far; both None where none did. Seconds."""

    count: int
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """`calls` in all, and how long each step took for those that reached it."""

    name: str
    calls: int
    acknowledged: Spread
    departed: Spread
    arrived: Spread


@dataclass(frozen=True, slots=True)
class Figures:
    total: Group
    by_unit: list[Group]
    by_hour: list[Group]
    by_place: list[Group]


def figures(calls: Sequence[Timed]) -> Figures:
    """Groups by name (hours by the clock); the largest units and places first."""
    return Figures(
        group("", calls),
        _by(calls, lambda call: call.unit or "没有人接警"),
        sorted(_by(calls, lambda call: f"{local(call.received_at):%H}时"), key=lambda each: each.name),
        _by(calls, lambda call: call.place or "其他地点"),
    )


def group(name: str, calls: Sequence[Timed]) -> Group:
    acknowledged, departed, arrived = (
        spread(seconds for call in calls if (seconds := call.seconds(step)) is not None) for step in STEPS
    )
    return Group(name, len(calls), acknowledged, departed, arrived)


def spread(seconds: Iterable[float]) -> Spread:
    """The 90th percentile by nearest rank: a time that really occurred."""
    ranked = sorted(seconds)
    if not ranked:
        return Spread(0, None, None)
    return Spread(len(ranked), median(ranked), ranked[ceil(0.9 * len(ranked)) - 1])


def _by(calls: Sequence[Timed], name_of: Callable[[Timed], str]) -> list[Group]:
    found: defaultdict[str, list[Timed]] = defaultdict(list)
    for call in calls:
        found[name_of(call)].append(call)
    return sorted(
        (group(name, each) for name, each in found.items()), key=lambda each: (-each.calls, each.name)
    )
