"""Which limits a person has to do with: those of their township, those their body owes or waits for, their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.foundation.clocks import Clock
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TOWN_HALL
from backend.foundation.records import visible_among

_TOWN = "SELECT id FROM units WHERE township = ?"
_LINE = (
    "WITH RECURSIVE line (id) AS (SELECT id FROM units WHERE id = ? UNION SELECT u.parent FROM units u "
    "JOIN line ON u.id = line.id) SELECT u.id FROM units u JOIN line ON u.id = line.id "
    "WHERE u.id = ? OR (u.acts_in_own_name AND u.township IS NULL AND ?) UNION SELECT id FROM units WHERE liaison = ?"
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
        shown = {kind: await visible_among(self.person, kind, ids) for kind, ids in asked.items()}
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
    if in_town_hall(person):
        return Reach(person, _ids(await rows(_TOWN, person.township_id)), person.township_id)
    line, args = _line(person)
    return Reach(person, _ids(await rows(line, *args)), None)


def concerning(person: Person) -> tuple[str, list[Any]]:
    """On `clocks`, in the statement that counts them: all of a township for its own people, else what is owed by ours."""
    if in_town_hall(person):
        return "township = ?", [person.township_id]
    line, args = _line(person)
    return f"owed_by IN ({line})", args


def in_town_hall(person: Person) -> bool:
    return person.township_id is not None and not person.roles.isdisjoint(TOWN_HALL)


def _line(person: Person) -> tuple[str, list[Any]]:
    return _LINE, [person.unit_id, person.unit_id, person.township_id is None, person.id]


def _ids(found: Iterable[dict[str, Any]]) -> frozenset[UUID]:
    return frozenset(unit["id"] for unit in found)
