"""One emergency, if this person may see it."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.field.emergencies.rules.access import DIRECTORS, directs
from backend.field.emergencies.rules.emergency import Emergency
from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.records.audience import Audience, person_at, role_in
from backend.foundation.refusals import Refusal

COLUMNS = ", ".join(f"e.{each.name}" for each in fields(Emergency))
NAMES = (
    f"{COLUMNS}, u.code AS unit_code, u.name AS unit_name, o.username, o.name, "
    "COALESCE(d.name, '') AS ended_by_name"
)
FROM = (
    "FROM emergencies e JOIN units u ON u.id = e.unit JOIN officers o ON o.id = e.created_by "
    "LEFT JOIN officers d ON d.id = e.ended_by"
)
NAMED = f"SELECT {NAMES} {FROM}"
_CALLED = "SELECT m.emergency FROM emergency_members m WHERE m.officer = ?"
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """An emergency with the names around it."""

    emergency: Emergency
    unit_code: str
    unit_name: str
    username: str
    name: str
    ended_by_name: str


def scope(person: Person) -> Scope:
    """Condition and arguments on `emergencies e`: the township's for who directs there; else those one was called to."""
    if directs(person):
        return "e.township = ?", [person.township_id]
    return f"e.township = ? AND e.id IN ({_CALLED})", [person.township_id, person.id]


async def find(person: Person, emergency_id: UUID, *, lock: bool = False) -> Named | None:
    """The emergency, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    first = [held(emergency_id)] if lock else []
    *_, found = await batch([*first, (f"{NAMED} WHERE e.id = ? AND {seen}", [emergency_id, *args])])
    return named(found[0]) if found else None


async def find_among(person: Person, emergencies: Collection[UUID]) -> list[Named]:
    """Of several those that `find` would show."""
    seen, args = scope(person)
    marks = ", ".join("?" * len(emergencies))
    found = await rows(f"{NAMED} WHERE e.id IN ({marks}) AND {seen}", *emergencies, *args)
    return [named(each) for each in found]


async def load(person: Person, emergency_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, emergency_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


def held(emergency_id: UUID) -> tuple[str, list[Any]]:
    """The statement that keeps others from changing it."""
    return f"SELECT e.id FROM emergencies e WHERE e.id = ?{locking('e')}", [emergency_id]


async def audience(emergency_id: UUID) -> Audience | None:
    """The same people `scope` lets in."""
    found, called = await batch(
        [
            ("SELECT version, township FROM emergencies WHERE id = ?", [emergency_id]),
            (
                "SELECT officer FROM emergency_members WHERE emergency = ? AND officer IS NOT NULL",
                [emergency_id],
            ),
        ]
    )
    if not found:
        return None
    [entry] = found
    home = entry["township"]
    tokens = {role_in(home, role) for role in DIRECTORS}
    tokens |= {person_at(home, each["officer"]) for each in called}
    return Audience(entry["version"], frozenset(tokens))


def named(found: dict[str, Any]) -> Named:
    """From a row of NAMED."""
    own = {each.name: found.pop(each.name) for each in fields(Emergency)}
    return Named(Emergency(**{**own, "exercise": bool(own["exercise"])}), **found)
