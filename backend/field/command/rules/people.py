"""Who stands on the map of command: whoever is on duty or walks a patrol, where they were last. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID

Source = Literal["shared", "track"]
# Older than this a position is drawn pale and says how old it is in colour.
STALE: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was last known to be (WGS-84), and by what."""

    lat: float
    lon: float
    accuracy_m: float | None
    at: datetime
    source: Source


@dataclass(frozen=True, slots=True)
class Somebody:
    """`how`: the shift they are on, or that they said 上岗 themselves, or walk a patrol. `place` is None where nobody knows."""

    id: UUID
    name: str
    phone: str
    unit_code: str
    unit_name: str
    how: str
    patrol: UUID | None
    place: Place | None

    def stale(self, at: datetime) -> bool:
        return self.place is not None and at - self.place.at > STALE


def newest(known: Iterable[Place], at: datetime, kept: timedelta) -> Place | None:
    """The latest of them; none that is older than positions are kept."""
    found = [place for place in known if at - place.at <= kept]
    return max(found, key=lambda place: place.at, default=None)


def at_place(people: Mapping[UUID, Somebody]) -> list[Somebody]:
    """By unit and name; within a unit those whose place is known first."""
    return sorted(people.values(), key=lambda each: (each.unit_code, each.place is None, each.name))
