"""One patrol of the invented weeks with everything that is known of it before it is told to the product. Pure."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.weeks.discoveries import Discovery, discoveries
from backend.demo.weeks.network import Network, Position
from backend.demo.weeks.schedule import Outing
from backend.demo.weeks.walking import Walk, walk
from backend.foundation.people.identity import Person


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happened: when, and the command that carries it out."""

    at: datetime
    do: Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where it happens: the roads and the key places of one township."""

    roads: Network
    places: Mapping[str, Position]


@dataclass(frozen=True, slots=True)
class Story:
    """An outing with its people, its way and its findings."""

    outing: Outing
    crew: tuple[Person, ...]
    walk: Walk
    findings: tuple[Discovery, ...]

    @property
    def id(self) -> UUID:
        return demo_id("patrol", self.outing.name)

    @property
    def maker(self) -> Person:
        """Who makes the record and whose phone keeps the track."""
        return self.crew[0]


def story(outing: Outing, crew: tuple[Person, ...], ground: Ground, certified: frozenset[str]) -> Story:
    """Let the outing happen. `certified`: usernames whose certificate counts."""
    chance = outing.chance("way")
    stops = [(name, ground.places[name]) for name in outing.route]
    walked = walk(ground.roads, stops, outing.begins, outing.ends, pace=outing.pace, chance=chance)
    found = discoveries(
        walked.visits,
        chance.randint(outing.least, outing.most),
        two_officers=_two_of_one_body(crew, certified),
        chance=chance,
    )
    return Story(outing, crew, walked, tuple(found))


def _two_of_one_body(crew: tuple[Person, ...], certified: frozenset[str]) -> bool:
    units = [person.unit_id for person in crew if person.username in certified]
    return any(units.count(unit) > 1 for unit in units)
