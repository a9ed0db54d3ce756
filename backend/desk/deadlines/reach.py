"""Which limits a person has to do with: those of their township, those their body owes or waits for, their own."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.foundation.clocks import Clock
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TOWN_HALL
from backend.foundation.records import visible_among

_TOWN = "SELECT township AS whose, id FROM units WHERE township IN ({marks})"
# Of each officer their own unit, the county bodies above it where it is the county's itself, and whose 联络人 they are.
_LINE = (
    "SELECT whose, id FROM (WITH RECURSIVE line (officer, id) AS (SELECT id, unit FROM officers WHERE id IN ({marks}) UNION "
    "SELECT line.officer, u.parent FROM units u JOIN line ON u.id = line.id) "
    "SELECT line.officer AS whose, u.id FROM line JOIN units u ON u.id = line.id JOIN officers o ON o.id = line.officer "
    "JOIN units own ON own.id = o.unit "
    "WHERE u.id = o.unit OR (u.acts_in_own_name AND u.township IS NULL AND own.township IS NULL) "
    "UNION SELECT liaison AS whose, id FROM units WHERE liaison IN ({marks})) AS ours"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """`ours` are the units whose debts are ours; `town` the township all of whose limits are seen, None elsewhere."""

    person: Person
    ours: frozenset[UUID]
    town: UUID | None

    def condition(self) -> tuple[str, list[Any]]:
        """On `clocks c`: what may be seen, before the records themselves are asked (see `seen`)."""
        marks, units = ", ".join("?" * len(self.ours)), sorted(self.ours)
        own = f"c.owed_by IN ({marks}) OR c.awaited_by IN ({marks}) OR c.responsible = ?"
        args = [*units, *units, self.person.id]
        return (f"(c.township = ? OR {own})", [self.town, *args]) if self.town else (f"({own})", args)

    def owes(self, clock: Clock) -> bool:
        return clock.owed_by.id in self.ours

    def is_mine(self, clock: Clock) -> bool:
        return clock.responsible is not None and clock.responsible.id == self.person.id

    async def seen(self, clocks: Sequence[Clock]) -> list[Clock]:
        """Without those whose record is hidden: whoever waits for a paper does not see the draft of it."""
        asked: dict[str, set[UUID]] = {}
        for kind, record_id in (clock.record for clock in clocks if not self._at_home(clock)):
            asked.setdefault(kind, set()).add(record_id)
        shown = {
            kind: {record.id for record in await visible_among(self.person, kind, ids)}
            for kind, ids in asked.items()
        }
        return [
            clock for clock in clocks if self._at_home(clock) or clock.record[1] in shown[clock.record[0]]
        ]

    def _at_home(self, clock: Clock) -> bool:
        return (
            self.owes(clock)
            or self.is_mine(clock)
            or (clock.township is not None and clock.township == self.town)
        )


async def reach_of(person: Person) -> Reach:
    """A township's own people see all of its limits; a station its own; a county body those it owes or waits for."""
    return (await reaches_of([person]))[0]


async def reaches_of(people: Sequence[Person]) -> list[Reach]:
    """The same of several, asked for together."""
    towns = {person.township_id for person in people if in_town_hall(person) and person.township_id}
    others = {person.id for person in people if not in_town_hall(person)}
    of_town = await _units(_TOWN, sorted(towns), 1)
    of_line = await _units(_LINE, sorted(others), 2)
    return [
        Reach(person, frozenset(of_town[person.township_id]), person.township_id)
        if in_town_hall(person) and person.township_id
        else Reach(person, frozenset(of_line[person.id]), None)
        for person in people
    ]


def concerning(person: Person) -> tuple[str, list[Any]]:
    """On `clocks`, in the statement that counts them: all of a township for its own people, else what is owed by ours."""
    if in_town_hall(person):
        return "township = ?", [person.township_id]
    return f"owed_by IN (SELECT id FROM ({_LINE.format(marks='?')}) AS own)", [person.id, person.id]


def in_town_hall(person: Person) -> bool:
    return person.township_id is not None and not person.roles.isdisjoint(TOWN_HALL)


async def _units(sql: str, whose: Sequence[UUID], times: int) -> defaultdict[UUID, set[UUID]]:
    """The units a statement finds for each of them; it names them `times` times."""
    by_whose: defaultdict[UUID, set[UUID]] = defaultdict(set)
    if whose:
        for found in await rows(sql.format(marks=", ".join("?" * len(whose))), *[*whose] * times):
            by_whose[found["whose"]].add(found["id"])
    return by_whose
