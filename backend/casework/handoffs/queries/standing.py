"""Where a person stands between the bodies: whose papers they prepare, and whose they answer."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from backend.casework.handoffs.rules.access import Standing
from backend.foundation.database import Dialogue, converse, listed, rows
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TOWN_HALL

_LINE = (
    "SELECT u.id, u.township, u.acts_in_own_name FROM units u WHERE u.id IN (WITH RECURSIVE line (id) AS "
    "(SELECT id FROM units WHERE id = ? UNION SELECT u.parent FROM units u JOIN line ON u.id = line.id) "
    "SELECT id FROM line)"
)
_GOVERNMENTS = ("township", "street")
_GOVERNMENT = f"SELECT id FROM units WHERE township = ? AND kind IN {_GOVERNMENTS} AND acts_in_own_name"
_UNITS = "SELECT id, parent, township, kind, acts_in_own_name, liaison FROM units WHERE county = ?"
_LIAISON = "SELECT id FROM units WHERE liaison = ?"


def asked(person: Person) -> list[Statement]:
    """The statements whose answers `stood` takes."""
    return [(_LINE, [person.unit_id]), (_GOVERNMENT, [person.township_id]), (_LIAISON, [person.id])]


def stood(person: Person, line: list[Row], government: list[Row], liaison: list[Row]) -> Standing:
    """Pure, from the rows."""
    acting = {unit["id"]: unit["township"] for unit in line if unit["acts_in_own_name"]}
    above = frozenset(unit for unit, township in acting.items() if township is None)
    town = _ids(government) if not person.roles.isdisjoint(TOWN_HALL) else frozenset()
    if person.township_id is None:
        return Standing(person.unit_id, above, liaison_of=_ids(liaison))
    return Standing(person.unit_id, town, above, _ids(liaison))


async def standing(person: Person) -> Standing:
    return await converse(where(person), reading=True)


def where(person: Person) -> Dialogue[Standing]:
    """The same, in a trip with other questions."""
    return stood(person, *(yield from listed(asked(person))))


async def standings(people: Sequence[Person]) -> list[Standing]:
    """The same of several of one county, asked for together."""
    if not people:
        return []
    units = {unit["id"]: unit for unit in await rows(_UNITS, people[0].county_id)}
    return [
        stood(
            person,
            list(_upwards(units, person.unit_id)),
            [
                unit
                for unit in units.values()
                if _is_government(unit) and unit["township"] == person.township_id
            ],
            [unit for unit in units.values() if unit["liaison"] == person.id],
        )
        for person in people
    ]


def _upwards(units: Mapping[UUID, Row], unit_id: UUID | None) -> Iterator[Row]:
    """A unit and those above it."""
    while unit_id is not None:
        yield units[unit_id]
        unit_id = units[unit_id]["parent"]


def _is_government(unit: Row) -> bool:
    return unit["kind"] in _GOVERNMENTS and bool(unit["acts_in_own_name"])


def scope(person: Person, where: Standing) -> tuple[str, list[Any]]:
    """Condition and arguments on `handoffs h` for what this person may see.

    The sender's people see the case from the first draft on, the addressee's from the sending on, and what was put off
    once they were told of it. What belongs to a county body is seen from a station only for the station's township.
    """
    full = sorted(where.bodies | {where.unit} | where.liaison_of)
    condition = _either(len(full))
    args: list[Any] = [*full, *full, *full]
    if where.at_home:
        home = sorted(where.at_home)
        condition = f"({condition} OR (h.township = ? AND {_either(len(home))}))"
        args += [person.township_id, *home, *home, *home]
    return condition, args


def _either(count: int) -> str:
    marks = ", ".join("?" * count)
    return (
        f"(h.from_body IN ({marks}) OR (h.extended_at IS NOT NULL AND h.to_unit IN ({marks})) "
        f"OR EXISTS (SELECT 1 FROM handoff_sendings z WHERE z.handoff = h.id AND z.to_unit IN ({marks})))"
    )


def _ids(found: list[Row]) -> frozenset[Any]:
    return frozenset(entry["id"] for entry in found)
