"""One finding, the findings of a patrol, and those like it nearby."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from backend.field.findings.rules.duplicates import box, nearest
from backend.field.findings.rules.finding import Finding
from backend.field.patrols.queries.visible import COLUMNS as PATROL_COLUMNS
from backend.field.patrols.queries.visible import FROM, scope
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import batch, row, rows
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor, behind

COLUMNS = ", ".join(f"f.{each.name}" for each in fields(Finding))
_SIGNED = (
    f"SELECT {COLUMNS}, o.username, o.name, u.name AS unit_name FROM findings f JOIN officers o ON o.id = f.created_by "
    "JOIN units u ON u.id = o.unit JOIN patrols p ON p.id = f.patrol"
)
_LIKE = (
    "SELECT f.id, f.patrol, f.number, f.category, f.found_at, f.lat, f.lon, f.address, f.disposition FROM findings f "
    "JOIN patrols p ON p.id = f.patrol WHERE f.township = ? AND f.category = ? AND f.found_at BETWEEN ? AND ? "
    "AND f.lat BETWEEN ? AND ? AND f.lon BETWEEN ? AND ? AND f.id <> ? AND f.removed_at IS NULL "
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A finding with who wrote it down."""

    finding: Finding
    username: str
    name: str
    unit_name: str


async def find(finding_id: UUID) -> Finding | None:
    """The finding whoever asks; for commands that have checked its patrol."""
    found = await row(f"SELECT {COLUMNS} FROM findings f WHERE f.id = ?", finding_id)
    return Finding(**found) if found else None


async def find_among(person: Person, findings: Collection[UUID]) -> list[tuple[Finding, Patrol]]:
    """Of several, also removed ones, those whose patrol this person sees, with it."""
    seen, args = scope(person)
    marks = ", ".join("?" * len(findings))
    of_them = f"p.id IN (SELECT f.patrol FROM findings f WHERE f.id IN ({marks})) AND {seen}"
    found, patrols = await batch(
        [
            (f"SELECT {COLUMNS} FROM findings f WHERE f.id IN ({marks})", list(findings)),
            (f"SELECT {PATROL_COLUMNS} {FROM} WHERE {of_them}", [*findings, *args]),
        ]
    )
    by_id = {entry["id"]: Patrol(**entry) for entry in patrols}
    return [(Finding(**entry), by_id[entry["patrol"]]) for entry in found if entry["patrol"] in by_id]


async def visible(person: Person, patrol_id: UUID, finding_id: UUID) -> Signed:
    """The finding on that patrol, also a removed one; refuses `not_found` to a stranger."""
    seen, args = scope(person)
    found = await row(
        f"{_SIGNED} WHERE f.id = ? AND f.patrol = ? AND {seen}",
        finding_id,
        patrol_id,
        *args,
    )
    if found is None:
        raise Refusal("not_found")
    return _signed(found)


async def listed(person: Person, patrol_id: UUID, cursor: Cursor | None, limit: int) -> list[Signed]:
    """One page and one more, newest first; the caller has made sure the patrol may be seen."""
    seen, args = scope(person)
    after, where = behind(cursor, "f.found_at, f.id")
    found = await rows(
        f"{_SIGNED} WHERE f.patrol = ? AND f.removed_at IS NULL AND {seen}"
        f"{after} ORDER BY f.found_at DESC, f.id DESC LIMIT ?",
        patrol_id,
        *args,
        *where,
        limit + 1,
    )
    return [_signed(entry) for entry in found]


async def similar(
    person: Person, category: str, lat: float | None, lon: float | None, at: datetime, *, but: UUID
) -> list[tuple[float, dict[str, Any]]]:
    """Findings of the same category nearby, nearest first, with metres; only what this person may see."""
    if lat is None or lon is None or person.township_id is None:
        return []
    settings = await preferences(person.township_id)
    radius, days = settings["finding.duplicate_radius_m"], timedelta(days=settings["finding.duplicate_days"])
    around, (seen, args) = box(lat, lon, radius), scope(person)
    found = await rows(
        f"{_LIKE} AND {seen} LIMIT 200",
        person.township_id,
        category,
        at - days,
        at + days,
        around.south,
        around.north,
        around.west,
        around.east,
        but,
        *args,
    )
    return [(metres, dict(entry)) for metres, entry in nearest(lat, lon, radius, found)]


def _signed(found: dict[str, Any]) -> Signed:
    username, name, unit_name = (found.pop(column) for column in ("username", "name", "unit_name"))
    return Signed(Finding(**found), username, name, unit_name)
