"""交接班记录: what was written for a shift, and who has read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import batch, row
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS, may
from backend.foundation.records.audience import Audience, role_in
from backend.foundation.refusals import Refusal

RECENT: Final = 12
_NOTES: Final = (
    "SELECT n.id, n.township, n.shift, n.open_matters, n.equipment, n.written_by, n.written_at, n.received_at, "
    "o.name AS written_by_name, s.name AS shift_name, s.place, s.begins_at, s.ends_at, l.name AS place_name "
    "FROM handover_notes n JOIN officers o ON o.id = n.written_by JOIN shifts s ON s.id = n.shift "
    "LEFT JOIN places l ON l.id = s.place WHERE {which} ORDER BY n.written_at DESC, n.id LIMIT ?"
)
_READ: Final = (
    "SELECT r.note, r.officer, r.at, o.name FROM handover_readings r JOIN officers o ON o.id = r.officer "
    "JOIN handover_notes n ON n.id = r.note WHERE {which} ORDER BY r.at"
)


@dataclass(frozen=True, slots=True)
class Reading:
    officer: UUID
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HandoverNote:
    """A note with the shift it was written on and who has read it."""

    id: UUID
    township: UUID
    shift: UUID
    open_matters: str
    equipment: str
    written_by: UUID
    written_at: datetime
    received_at: datetime
    written_by_name: str
    shift_name: str
    place: UUID | None
    begins_at: datetime
    ends_at: datetime
    place_name: str
    readings: tuple[Reading, ...]

    def was_read_by(self, officer: UUID) -> bool:
        """Whoever wrote it knows it."""
        return officer == self.written_by or any(each.officer == officer for each in self.readings)


async def recent_notes(township: UUID) -> list[HandoverNote]:
    """The last ones of the township, newest first."""
    return await _notes("n.township = ?", [township], RECENT)


async def load_note(person: Person, note_id: UUID) -> HandoverNote:
    """Refuses a stranger's `not_found`."""
    found = await _notes("n.id = ? AND n.township = ?", [note_id, person.township_id], 1)
    if not found or not may(person, "duty.read"):
        raise Refusal("not_found")
    return found[0]


async def audience(note_id: UUID) -> Audience | None:
    """Everybody of the township who reads rosters."""
    found = await row("SELECT township FROM handover_notes WHERE id = ?", note_id)
    if found is None:
        return None
    return Audience(1, frozenset(role_in(found["township"], role) for role in ACTIONS["duty.read"]))


async def _notes(which: str, args: list[Any], most: int) -> list[HandoverNote]:
    notes, readings = await batch(
        [(_NOTES.format(which=which), [*args, most]), (_READ.format(which=which), args)]
    )
    return list(_with_readings(notes, readings))


def _with_readings(
    notes: Iterable[dict[str, Any]], readings: Iterable[dict[str, Any]]
) -> Iterable[HandoverNote]:
    told: dict[UUID, list[Reading]] = {}
    for entry in readings:
        told.setdefault(entry["note"], []).append(Reading(entry["officer"], entry["name"], entry["at"]))
    for entry in notes:
        known = {"place_name": entry["place_name"] or "", "readings": tuple(told.get(entry["id"], ()))}
        yield HandoverNote(**{**entry, **known})
