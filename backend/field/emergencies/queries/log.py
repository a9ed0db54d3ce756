"""The log and the people of an emergency; the caller has made sure it may be seen."""

from typing import Any
from uuid import UUID

from backend.field.emergencies.rules.log import Entry
from backend.field.emergencies.rules.members import Member
from backend.foundation.database import row, rows

_ENTRIES = (
    "SELECT n.id, n.number, n.at, n.received_at, n.officer, o.name, u.name AS unit_name, n.note, n.text, n.corrects "
    "FROM emergency_entries n JOIN officers o ON o.id = n.officer JOIN units u ON u.id = o.unit"
)
_MEMBERS = (
    "SELECT m.id, m.officer, COALESCE(o.username, '') AS username, m.name, COALESCE(u.name, m.body) AS body, "
    "COALESCE(o.phone, m.phone) AS phone, m.asked_at, a.name AS asked_by_name, m.departed_at, m.arrived_at, m.left_at "
    "FROM emergency_members m JOIN officers a ON a.id = m.asked_by LEFT JOIN officers o ON o.id = m.officer "
    "LEFT JOIN units u ON u.id = o.unit"
)


async def entries_of(emergency_id: UUID) -> list[Entry]:
    """In the order they came."""
    return [
        _entry(each)
        for each in await rows(f"{_ENTRIES} WHERE n.emergency = ? ORDER BY n.number", emergency_id)
    ]


async def entry_of(emergency_id: UUID, entry_id: UUID) -> Entry | None:
    found = await row(f"{_ENTRIES} WHERE n.emergency = ? AND n.id = ?", emergency_id, entry_id)
    return _entry(found) if found else None


async def members_of(emergency_id: UUID) -> list[Member]:
    """In the order they were called in."""
    tail = "WHERE m.emergency = ? ORDER BY m.asked_at, m.name, m.id"
    return [Member(**each) for each in await rows(f"{_MEMBERS} {tail}", emergency_id)]


def _entry(found: dict[str, Any]) -> Entry:
    return Entry(**{**found, "note": bool(found["note"])})
