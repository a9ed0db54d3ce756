"""Writing an emergency's row, its log, its people and its links, guarded by its version."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.field.emergencies.bodies import EntryBody
from backend.field.emergencies.rules.emergency import Emergency
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, write_over

COLUMNS = tuple(each.name for each in fields(Emergency))
_NEXT = "SELECT COALESCE(MAX(number), 0) + 1 AS number FROM emergency_entries WHERE emergency = ?"
_ENTRY = (
    "INSERT INTO emergency_entries (id, emergency, number, at, officer, note, text, corrects, made_at, received_at, "
    "device, clock_offset_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LINK = (
    "INSERT INTO emergency_links (id, emergency, record_kind, record_id, linked_by, at) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (emergency, record_kind, record_id) DO NOTHING RETURNING id"
)


async def write(emergency: Emergency, changes: Mapping[str, Any]) -> Emergency:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("emergencies", emergency, changes)


async def add_entry(sender: Sender, emergency_id: UUID, entry_id: UUID, body: EntryBody, at: datetime) -> int:
    """Its number in the log."""
    number: int = (await rows(_NEXT, emergency_id))[0]["number"]
    stamps = sender.stamps(body.made_at).values()
    said = (at, sender.person.id, body.note, body.text.strip(), body.corrects)
    await rows(_ENTRY, entry_id, emergency_id, number, *said, *stamps)
    return number


async def link(sender: Sender, emergency_id: UUID, named: tuple[str, UUID]) -> bool:
    """False where it belonged to it before."""
    return await row(_LINK, uuid4(), emergency_id, *named, sender.person.id, sender.at) is not None


def noted(
    sender: Sender,
    emergency: Emergency,
    kind: str,
    payload: Mapping[str, Any],
    made_at: datetime | None = None,
) -> Entry:
    """The event; a drill says so in every line."""
    marked = {"exercise": True} if emergency.exercise else {}
    return record(
        f"emergency.{kind}",
        chain=emergency.township,
        record=("emergency", emergency.id),
        by=sender.person.id,
        payload={**payload, **marked},
        made_at=made_at,
    )
