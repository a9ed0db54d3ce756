"""Whose visit it can be, and who is reminded of it."""

from dataclasses import dataclass
from uuid import UUID

from backend.field.checkins.rules.access import CHIEFS
from backend.field.checkins.rules.checkin import Checkin
from backend.foundation.database import row, rows
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from, roles_of

_NAMED = (
    "SELECT o.id, o.username, o.name, o.unit FROM officers o JOIN units u ON u.id = o.unit WHERE u.township = ? "
    "AND o.left_at IS NULL"
)
_HERE = (
    "SELECT o.id, o.roles, o.unit FROM officers o JOIN units u ON u.id = o.unit WHERE u.township = ? "
    "AND o.left_at IS NULL ORDER BY o.username"
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """An officer of the township."""

    id: UUID
    username: str
    name: str
    unit: UUID


async def visitor(township: UUID, username: str) -> Visitor | None:
    found = await row(f"{_NAMED} AND o.username = ?", township, username)
    return Visitor(**found) if found else None


async def colleagues(person: Person) -> list[Visitor]:
    """For whom this person may begin one: the dispatcher for everybody, a chief for the own unit."""
    if "dispatcher" in person.roles:
        found = await rows(f"{_NAMED} ORDER BY u.code, o.username", person.township_id)
    elif not person.roles.isdisjoint(CHIEFS):
        found = await rows(f"{_NAMED} AND o.unit = ? ORDER BY o.username", person.township_id, person.unit_id)
    else:
        return []
    return [Visitor(**entry) for entry in found if entry["id"] != person.id]


async def reminded(checkin: Checkin) -> set[UUID]:
    """The visitor and the chief of their unit; the dispatcher where the unit has none."""
    found = [(entry["id"], entry["unit"], roles_of(entry)) for entry in await rows(_HERE, checkin.township)]
    chiefs = {who for who, unit, roles in found if unit == checkin.unit and not roles.isdisjoint(CHIEFS)}
    return {checkin.officer} | (
        (chiefs - {checkin.officer}) or {who for who, _, roles in found if "dispatcher" in roles}
    )


async def person_of(officer: UUID) -> Person:
    """The visitor as the one in whose name help is called."""
    found = await row(f"SELECT {PERSON_COLUMNS} FROM officers o {PERSON_JOINS} WHERE o.id = ?", officer)
    assert found is not None  # the visit refers to them
    return person_from(found)
