"""One notification, if this person may see it."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.casework.hazards.rules.access import Side, sees_all, side
from backend.casework.hazards.rules.hazard import Hazard
from backend.foundation.database import batch, locking, rows
from backend.foundation.people.bodies import sees_at_once
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

COLUMNS = ", ".join(f"h.{each.name}" for each in fields(Hazard))
NAMED = (
    f"SELECT {COLUMNS}, s.code AS from_code, s.name AS from_name, s.phone AS from_phone, a.code AS to_code, "
    "a.name AS to_name, a.phone AS to_phone, o.username, o.name, o.position AS position_name, o.phone, "
    f"b.name AS body_name, t.profile, t.county, {sees_at_once('h.to_unit')} FROM hazards h JOIN units s ON s.id = h.from_unit "
    "JOIN units a ON a.id = h.to_unit JOIN units b ON b.id = h.body JOIN officers o ON o.id = h.created_by "
    "JOIN townships t ON t.id = h.township"
)
_REPORTED = "EXISTS (SELECT 1 FROM hazard_reports r WHERE r.hazard = h.id AND r.government = ? AND r.issued_at IS NOT NULL)"
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """A notification with the names around it. `phone` is that of who told it; `sees_at_once`: somebody of the told body
    signs in here and is told."""

    hazard: Hazard
    from_code: str
    from_name: str
    from_phone: str
    to_code: str
    to_name: str
    to_phone: str
    username: str
    name: str
    position_name: str
    phone: str
    body_name: str
    profile: str
    county: UUID
    sees_at_once: bool

    def side(self, person: Person) -> Side:
        """Where this person stands."""
        found = self.hazard
        return side(
            person,
            township=found.township,
            from_unit=found.from_unit,
            to_unit=found.to_unit,
            created_by=found.created_by,
        )


def scope(person: Person) -> Scope:
    """Condition and arguments on `hazards h`: the whole township for its team and readers, else one's own unit's.

    A county body sees what it was told; a government also what was reported to it.
    """
    if person.township_id is None:
        return f"(h.to_unit = ? OR {_REPORTED})", [person.unit_id, person.unit_id]
    if sees_all(person):
        return "h.township = ?", [person.township_id]
    own = "(h.created_by = ? OR h.from_unit = ? OR h.to_unit = ?)"
    return f"h.township = ? AND {own}", [person.township_id, person.id, person.unit_id, person.unit_id]


async def find(person: Person, hazard_id: UUID, *, lock: bool = False) -> Named | None:
    """The notification, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    asked = [hazard_id, *args]
    first = [(f"SELECT h.id FROM hazards h WHERE h.id = ? AND {seen}{locking('h')}", asked)] if lock else []
    *_, found = await batch([*first, (f"{NAMED} WHERE h.id = ? AND {seen}", asked)])
    return named(found[0]) if found else None


async def find_among(person: Person, hazards: Collection[UUID]) -> list[Named]:
    """Of several those that `find` would show."""
    seen, args = scope(person)
    marks = ", ".join("?" * len(hazards))
    return [
        named(each) for each in await rows(f"{NAMED} WHERE h.id IN ({marks}) AND {seen}", *hazards, *args)
    ]


async def load(person: Person, hazard_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, hazard_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


def named(found: dict[str, Any]) -> Named:
    """From a row of NAMED."""
    own = {each.name: found.pop(each.name) for each in fields(Hazard) if each.name in found}
    found["sees_at_once"] = bool(found["sees_at_once"])
    return Named(Hazard(**own), **found)
