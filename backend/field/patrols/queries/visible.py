"""One patrol with its crew, if this person may see it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.field.patrols.rules.patrol import Patrol, Stay
from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import sees_all_patrols
from backend.foundation.refusals import Refusal

UNIT_HEADS = frozenset({"police_chief", "head"})

COLUMNS = ", ".join(f"p.{name}" for name in Patrol.__slots__ if name != "paused_at") + ", w.paused_at"
FROM = "FROM patrols p LEFT JOIN pauses w ON w.patrol = p.id AND w.resumed_at IS NULL"
CREW = (
    "SELECT c.officer, o.username, o.name, o.roles, c.unit, u.code AS unit_code, u.name AS unit_name, c.joined_at, "
    "c.left_at FROM crew c JOIN officers o ON o.id = c.officer JOIN units u ON u.id = c.unit WHERE c.patrol = ? "
    "ORDER BY u.code, o.username, c.joined_at"
)

Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Muster:
    """A patrol with everybody who is or was on it."""

    patrol: Patrol
    crew: list[Stay]


def scope(person: Person) -> Scope:
    """Condition and arguments on `patrols p` for what this person may see.

    Team, leaders, office and dispatcher see the whole township; others see patrols they made or walked on, heads of a
    unit those their people walked on; nobody sees another township's.
    """
    if person.township_id is None:
        return "p.id IN (SELECT patrol FROM crew WHERE officer = ?)", [person.id]
    if sees_all_patrols(person):
        return "p.township = ?", [person.township_id]
    walked, who = ("unit", person.unit_id) if person.roles & UNIT_HEADS else ("officer", person.id)
    return (
        f"p.township = ? AND (p.created_by = ? OR p.id IN (SELECT patrol FROM crew WHERE {walked} = ?))",
        [person.township_id, person.id, who],
    )


async def find(person: Person, patrol_id: UUID, *, lock: bool = False) -> Muster | None:
    """The patrol, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    asked = [patrol_id, *args]
    # The lock first, by itself: whoever waited for it would still read the pause as it stood before the waiting.
    first = [(f"SELECT p.id FROM patrols p WHERE p.id = ? AND {seen}{locking('p')}", asked)] if lock else []
    *_, found, crew = await batch(
        [*first, (f"SELECT {COLUMNS} {FROM} WHERE p.id = ? AND {seen}", asked), (CREW, [patrol_id])]
    )
    return Muster(Patrol(**found[0]), stays(crew)) if found else None


async def find_among(person: Person, patrols: Collection[UUID]) -> list[Patrol]:
    """Of several those that `find` would show."""
    seen, args = scope(person)
    marks = ", ".join("?" * len(patrols))
    found = await rows(f"SELECT {COLUMNS} {FROM} WHERE p.id IN ({marks}) AND {seen}", *patrols, *args)
    return [Patrol(**each) for each in found]


async def load(person: Person, patrol_id: UUID, *, lock: bool = False) -> Muster:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, patrol_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


def stays(found: Sequence[dict[str, Any]]) -> list[Stay]:
    """Crew rows as rules see them."""
    return [Stay(**{**entry, "roles": _roles(entry["roles"])}) for entry in found]


def _roles(text: str) -> frozenset[str]:
    return frozenset(msgspec.json.decode(text, type=list[str]))
