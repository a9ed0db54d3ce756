"""Rows of a roster and what the journal notes of it: everything about its shifts stands in the roster's own history."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.foundation.database import execute, rows
from backend.foundation.journal import Entry, record
from backend.foundation.now import local
from backend.foundation.outbox import Sender
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.shifts import KnownShift, Stander

_ASSIGN = (
    "INSERT INTO assignments (id, shift, slot, officer, origin, assigned_by, assigned_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_END = (
    "UPDATE assignments SET ended_at = ?, ended_by = ?, ended_why = ?, ended_note = ?, replaced_by = ? "
    "WHERE id = ? AND ended_at IS NULL RETURNING id"
)


async def put(shift: UUID, slot: int, officer: UUID, origin: str, sender: Sender) -> UUID:
    """Somebody onto a slot; raises UniqueBroken where they stand on the shift already."""
    made = uuid4()
    await rows(_ASSIGN, made, shift, slot, officer, origin, sender.person.id, sender.at)
    return made


async def take_off(
    stander: Stander, why: str, sender: Sender, *, note: str = "", replaced_by: UUID | None = None
) -> None:
    """They stand there no more: swap, substitute, sick or changed. Refuses `not_on_shift` when somebody was faster."""
    if not await execute(_END, sender.at, sender.person.id, why, note, replaced_by, stander.id):
        raise Refusal("not_on_shift")


async def touch(roster: UUID) -> None:
    """The roster is another one now."""
    await execute("UPDATE rosters SET version = version + 1 WHERE id = ? RETURNING id", roster)


def note(kind: str, roster: UUID, sender: Sender, payload: Mapping[str, Any]) -> Entry:
    """One event of the roster."""
    return record(
        kind,
        chain=sender.person.chain,
        record=("roster", roster),
        by=sender.person.id,
        payload=dict(payload),
    )


def called(shift: KnownShift) -> str:
    """11月23日 20:00 夜间值班."""
    return f"{day_words(shift.begins_at)} {local(shift.begins_at):%H:%M} {shift.name}"


def day_words(moment: datetime) -> str:
    there = local(moment)
    return f"{there.month}月{there.day}日"
