"""One incident, if this person may see it."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.field.incidents.rules.access import SEE_ALL, Side, sees_all, side
from backend.field.incidents.rules.incident import Incident
from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.records.audience import Audience, person_at, role_in, unit
from backend.foundation.refusals import Refusal

COLUMNS = ", ".join(f"i.{each.name}" for each in fields(Incident))
NAMED = (
    f"SELECT {COLUMNS}, u.code AS unit_code, u.name AS unit_name, b.name AS body_name, o.username, o.name, "
    "o.position AS position_name, o.phone, t.profile, t.county FROM incidents i JOIN units u ON u.id = i.unit "
    "JOIN units b ON b.id = i.body JOIN officers o ON o.id = i.created_by JOIN townships t ON t.id = i.township"
)
_HOME = (
    "SELECT i.version, i.township, i.created_by, i.unit, u.township AS unit_township FROM incidents i "
    "JOIN units u ON u.id = i.unit WHERE i.id = ?"
)
_TOLD = "EXISTS (SELECT 1 FROM incident_addressees a WHERE a.incident = i.id AND a.unit = ?)"
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """An incident with the names around it. `phone` is that of who reported it first."""

    incident: Incident
    unit_code: str
    unit_name: str
    body_name: str
    username: str
    name: str
    position_name: str
    phone: str
    profile: str
    county: UUID

    def side(self, person: Person) -> Side:
        return side(person, self.incident.township)


def scope(person: Person) -> Scope:
    """Condition and arguments on `incidents i`: the whole township for its team and readers, else one's own unit's; a body
    of the county sees what it was told."""
    if person.township_id is None:
        return _TOLD, [person.unit_id]
    if sees_all(person):
        return "i.township = ?", [person.township_id]
    return "i.township = ? AND (i.created_by = ? OR i.unit = ?)", [
        person.township_id,
        person.id,
        person.unit_id,
    ]


async def find(person: Person, incident_id: UUID, *, lock: bool = False) -> Named | None:
    """The incident, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    asked = [incident_id, *args]
    first = [held(incident_id)] if lock else []
    *_, found = await batch([*first, (f"{NAMED} WHERE i.id = ? AND {seen}", asked)])
    return named(found[0]) if found else None


async def find_among(person: Person, incidents: Collection[UUID]) -> list[Named]:
    """Of several those that `find` would show."""
    seen, args = scope(person)
    marks = ", ".join("?" * len(incidents))
    return [
        named(each) for each in await rows(f"{NAMED} WHERE i.id IN ({marks}) AND {seen}", *incidents, *args)
    ]


async def load(person: Person, incident_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, incident_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


def held(incident_id: UUID) -> tuple[str, list[Any]]:
    """The statement that keeps others from changing it."""
    return f"SELECT i.id FROM incidents i WHERE i.id = ?{locking('i')}", [incident_id]


def named(found: dict[str, Any]) -> Named:
    """From a row of NAMED."""
    own = {each.name: found.pop(each.name) for each in fields(Incident)}
    return Named(Incident(**{**own, "exercise": bool(own["exercise"])}), **found)


async def audience(incident_id: UUID) -> Audience | None:
    """The same people `scope` lets in."""
    found, told = await batch(
        [
            (_HOME, [incident_id]),
            ("SELECT unit FROM incident_addressees WHERE incident = ?", [incident_id]),
        ]
    )
    if not found:
        return None
    [entry] = found
    home = entry["township"]
    tokens = {person_at(home, entry["created_by"]), *(role_in(home, role) for role in SEE_ALL)}
    if entry["unit_township"] == home:
        tokens.add(unit(entry["unit"]))
    tokens |= {unit(each["unit"]) for each in told}
    return Audience(entry["version"], frozenset(tokens))
