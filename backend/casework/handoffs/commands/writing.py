"""Writing a handoff's rows: guarded by the version that was judged, with the index kept in step."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.casework.handoffs.commands.announcing import announce
from backend.casework.handoffs.invitations.visitor import Visitor
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.handoff import CHANGEABLE, Handoff, Sending, columns
from backend.foundation.database import batch, row, rows
from backend.foundation.database.access import Statement
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, lost_race, stamped, write_over
from backend.foundation.search import indexing

_COLUMNS = [field.name for field in fields(Handoff)]
_INSERT = f"INSERT INTO handoffs ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_SENDING_COLUMNS = [field.name for field in fields(Sending)]
_INSERT_SENDING = (
    f"INSERT INTO handoff_sendings ({', '.join(_SENDING_COLUMNS)}) "
    f"VALUES ({', '.join('?' * len(_SENDING_COLUMNS))})"
)


# The case is locked: nobody else counts on it meanwhile.
_SEQ = "(SELECT COALESCE(MAX(seq), 0) + 1 FROM handoff_steps WHERE handoff = ?)"


async def insert(handoff: Handoff, names: tuple[str, ...]) -> None:
    """A new draft; `names` are the bodies it is found by."""
    await batch([(_INSERT, [getattr(handoff, name) for name in _COLUMNS]), indexed(handoff, names)])


async def write(handoff: Handoff, changes: Mapping[str, Any]) -> Handoff:
    """Write columns over the version that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("handoffs", handoff, changes)


async def write_fields(handoff: Handoff, changes: Mapping[str, Any], **marks: Any) -> Handoff:
    """The same for fields as the wire names them, which keep the version they were last changed in."""
    stamps = stamped(handoff, (name for name in changes if name in CHANGEABLE))
    return await write(handoff, columns(dict(changes)) | marks | stamps)


async def insert_sending(sending: Sending) -> None:
    await rows(_INSERT_SENDING, *(getattr(sending, name) for name in _SENDING_COLUMNS))


async def write_sending(sending: Sending, **changes: Any) -> Sending:
    """Guarded by the state it leaves: of two answers at the same instant one writes."""
    written = await row(
        f"UPDATE handoff_sendings SET {', '.join(f'{name} = ?' for name in changes)} "
        "WHERE id = ? AND state = ? RETURNING id",
        *changes.values(),
        sending.id,
        sending.state,
    )
    if written is None:
        lost_race()
    return replace(sending, **changes)


def indexed(handoff: Handoff, names: tuple[str, ...]) -> Statement:
    """Makes it findable by what it is about, where, and who is named in it; never by who complained."""
    words = [
        handoff.matter_name,
        handoff.matter_code,
        handoff.number,
        handoff.facts,
        handoff.address,
        handoff.party_name,
        *names,
    ]
    return indexing("handoff", handoff.id, handoff.township, words)


async def note_step(
    sender: Sender,
    case: Case,
    kind: str,
    *,
    at: datetime,
    shared: bool,
    text: str = "",
    details: Mapping[str, Any] | None = None,
    name: str = "",
    unit: tuple[UUID, str] | None = None,
    instead_of: tuple[UUID, str] | None = None,
    late_reason: str | None = None,
    letter: UUID | None = None,
) -> Entry:
    """Keep who did what and when, and note it in the journal of whoever did it.

    `name` and `unit` stand for somebody without an account on whose behalf it is entered; `late_reason` is None for
    what was done in time.
    """
    person, handoff, told = sender.person, case.handoff, dict(details or {})
    unit_id, unit_name = unit or (person.unit_id, person.unit_name)
    leader, leader_name = instead_of or (None, "")
    recorded_by = None if isinstance(sender, Visitor) else person.id
    step = {
        "ordinal": handoff.sending,
        "kind": kind,
        "shared": shared,
        "at": at,
        "recorded_at": sender.at,
        "done_by": None if name else person.id,
        "done_by_name": name or person.name,
        "unit": unit_id,
        "unit_name": unit_name,
        "recorded_by": recorded_by,
        "instead_of": leader,
        "instead_of_name": leader_name,
        "text": text,
        "details": msgspec.json.encode(told).decode(),
        "late": late_reason is not None,
        "late_reason": late_reason or "",
        "letter": letter,
    }
    await _insert_step(handoff.id, step)
    await announce(case, kind, shared=shared, by=recorded_by, at=sender.at)
    return noted(sender, handoff, f"handoff.{kind}", _told(step) | told, at)


def _told(step: Mapping[str, Any]) -> dict[str, Any]:
    """What the journal keeps of it, beside its details."""
    told = {"sending": step["ordinal"], "at": step["at"], "text": step["text"]}
    told |= {"by": step["done_by_name"], "unit": step["unit_name"]}
    if step["instead_of"] is not None:
        told["instead_of"] = step["instead_of_name"]
    if step["late"]:
        told["late_reason"] = step["late_reason"]
    return told


async def _insert_step(handoff_id: UUID, step: Mapping[str, Any]) -> None:
    """As the next of its case."""
    marks = ", ".join("?" * len(step))
    sql = f"INSERT INTO handoff_steps (id, handoff, seq, {', '.join(step)}) VALUES (?, ?, {_SEQ}, {marks})"
    await rows(sql, uuid4(), handoff_id, handoff_id, *step.values())


def noted(
    sender: Sender, handoff: Handoff, kind: str, payload: dict[str, Any], made_at: datetime | None = None
) -> Entry:
    """The event, in the chain of whoever acts: the township's, or the county body's own."""
    return record(
        kind,
        chain=sender.person.chain,
        record=("handoff", handoff.id),
        by=None if isinstance(sender, Visitor) else sender.person.id,
        payload=payload,
        made_at=made_at,
    )
