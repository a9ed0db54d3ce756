"""Everything the paper page of one patrol is filled from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.assists.queries.chain import Chain, chains_of
from backend.field.patrols.queries.findings import COUNTED_AT
from backend.field.patrols.queries.sheet import Sheet, sheet
from backend.field.patrols.queries.track import judged_track
from backend.field.patrols.rules.track import Track
from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.people.identity import Person
from backend.office.places.queries import sketch

_FINDINGS = (
    "SELECT id, number, category, nothing_found, found_at, lat, lon, accuracy_m, position_source, address, facts, "
    "disposition, acting, ongoing, late, recheck_on, party_name, party_kind, party_age FROM findings "
    f"WHERE patrol = ? AND removed_at IS NULL ORDER BY {COUNTED_AT}, number"
)
_PEOPLE = (
    "SELECT o.id, o.username, o.name, o.position, (SELECT MAX(c.number) FROM certificates c WHERE c.officer = o.id "
    "AND c.valid_from <= ? AND c.valid_until >= ? AND NOT EXISTS (SELECT 1 FROM suspensions s WHERE s.certificate = c.id "
    "AND s.started_at <= ? AND (s.ended_at IS NULL OR s.ended_at > ?))) AS certificate FROM officers o "
    "WHERE o.id IN ({marks})"
)
_TOWNSHIP = "SELECT t.name, t.demo FROM townships t WHERE t.id = ?"
_FILED = "SELECT seq, head, digest FROM events WHERE record_kind = 'patrol' AND record_id = ? AND kind = 'patrol.filed'"


@dataclass(frozen=True, slots=True)
class Material:
    """Rows as the database has them; `people` by officer, `photos` by finding, `filed` the event of the filing."""

    sheet: Sheet
    track: Track
    findings: Sequence[Row]
    people: dict[UUID, Row]
    photos: dict[UUID, list[Photo]]
    township: Row
    filed: Row | None
    ground: dict[str, Any]
    calls: list[Chain]


async def material(person: Person, patrol_id: UUID, at: datetime) -> Material:
    """Refuses `not_found` to a stranger. Certificates are those that counted when the patrol was over, or count now."""
    page = await sheet(person, patrol_id, at)
    patrol, moment = page.patrol, page.patrol.ended_at or at
    officers = list({stay.officer for stay in page.crew})
    marks = ", ".join("?" * len(officers)) or "NULL"
    findings, people, townships, filed = await batch(
        [
            (_FINDINGS, [patrol_id]),
            (_PEOPLE.format(marks=marks), [moment, moment, moment, moment, *officers]),
            (_TOWNSHIP, [patrol.township]),
            (_FILED, [patrol_id]),
        ]
    )
    judged = await judged_track(patrol_id, at, page.settings)
    photos = await photos_of("finding", [each["id"] for each in findings], patrol.township)
    return Material(
        page,
        judged.track,
        findings,
        {entry["id"]: entry for entry in people},
        photos,
        townships[0],
        filed[0] if filed else None,
        await sketch(patrol.township),
        await chains_of(patrol_id),
    )
