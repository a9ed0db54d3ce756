"""Whom the alarm of each event is for: who is on duty first, then ever more. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from backend.field.assists.rules.access import COUNTY_READERS, LEADERS, POLICE, READERS, STATION

Event = Literal["raised", "station", "leaders", "departure", "reinforcement", "handover", "answered", "ended"]
ANSWERING: Final[frozenset[str]] = POLICE | {"dispatcher"}
TEAM: Final[frozenset[str]] = frozenset({"officer", "captain"})
# With these it is loud, whatever hours somebody wants to be left alone.
URGENT: Final[frozenset[str]] = frozenset(
    {"raised", "station", "leaders", "departure", "reinforcement", "handover"}
)
# Where no township is known there is no station: then it is the county's public security.
_WHOLE_STATION: Final = STATION | COUNTY_READERS


@dataclass(frozen=True, slots=True)
class Reachable:
    """Somebody of the township (or, where none is known, of the county's public security)."""

    id: UUID
    username: str
    name: str
    unit: UUID
    roles: frozenset[str]
    on_duty: bool


@dataclass(frozen=True, slots=True)
class Concerned:
    """Who has to do with this very call."""

    raiser: UUID
    crew: frozenset[UUID]
    responders: frozenset[UUID]
    asked: UUID | None = None


def addressees(event: Event, status: str, people: Collection[Reachable], concerned: Concerned) -> set[UUID]:
    """Nobody for a test of the machinery; never who raised it, except to learn that somebody comes or that it ended."""
    if status == "test":
        return set()
    if event == "handover":
        return {concerned.asked} if concerned.asked else set()
    if event in ("answered", "ended"):
        return {concerned.raiser, *concerned.crew, *concerned.responders}
    # First of all: a caller who is the only one on duty, or the only leader, is nobody who could come.
    return _called(event, [each for each in people if each.id != concerned.raiser], concerned) - {
        concerned.raiser
    }


def _called(event: Event, people: Collection[Reachable], concerned: Concerned) -> set[UUID]:
    if event == "departure":
        return (
            _with_any(people, {"police_chief"}) | _on_duty(people, {"dispatcher"}) | set(concerned.responders)
        )
    duty = _on_duty(people, ANSWERING | TEAM)
    if event == "leaders":
        # The phone list is told by somebody's notice: where there is no leader, it goes by those who were called before,
        # and where nobody was, by whoever may read it.
        station = duty | _with_any(people, _WHOLE_STATION)
        return _with_any(people, LEADERS) or station or _with_any(people, READERS)
    # No police on duty that we know of: the whole station at once, not after a minute of silence.
    if event in ("station", "reinforcement") or not _on_duty(people, POLICE | COUNTY_READERS):
        return duty | _with_any(people, _WHOLE_STATION)
    return duty | _on_duty(people, COUNTY_READERS)


def _with_any(people: Collection[Reachable], roles: Collection[str]) -> set[UUID]:
    return {each.id for each in people if not each.roles.isdisjoint(roles)}


def _on_duty(people: Collection[Reachable], roles: Collection[str]) -> set[UUID]:
    return _with_any([each for each in people if each.on_duty], roles)
