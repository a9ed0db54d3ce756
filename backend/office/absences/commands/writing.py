"""Rows of leaves and what the journal notes of them."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, write_over
from backend.office.absences.queries.people import Officer
from backend.office.absences.rules.leave import Leave

COLUMNS: Final = tuple(each.name for each in fields(Leave))
_INSERT: Final = f"INSERT INTO leaves ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


def new_leave(
    sender: Sender,
    leave_id: UUID,
    who: Officer,
    kind: str,
    *,
    days: tuple[date, date, str],
    counts: tuple[datetime, datetime],
    reason: str,
    made_at: datetime | None = None,
) -> Leave:
    """As it is asked for; `days` are the first, the last and which part of a single one."""
    assert sender.person.township_id is not None  # judged
    first, last, part = days
    begins, ends = counts
    acts = ("approved", "refused", "withdrawn", "back")
    unsaid: dict[str, Any] = {f"{act}_{what}": None for act in acts for what in ("at", "by")}
    return Leave(
        id=leave_id,
        township=sender.person.township_id,
        unit=who.unit,
        officer=who.id,
        kind=kind,
        first_day=first,
        last_day=last,
        part=part,
        begins_at=begins,
        ends_at=ends,
        reason=reason,
        asked_by=sender.person.id,
        refused_why="",
        version=1,
        **sender.stamps(made_at),
        **unsaid,
    )


async def insert(leave: Leave) -> None:
    await rows(_INSERT, *(getattr(leave, name) for name in COLUMNS))


async def write(leave: Leave, changes: dict[str, Any]) -> Leave:
    """Over the one that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("leaves", leave, changes)


def asked(sender: Sender, leave: Leave, who: Officer) -> Entry:
    """That it was asked for, and for when."""
    return noted(
        "asked",
        sender,
        leave,
        {
            "name": who.name,
            "kind": leave.kind,
            "first_day": str(leave.first_day),
            "last_day": str(leave.last_day),
            "part": leave.part,
            "own": leave.officer == leave.asked_by,
        },
    )


def noted(noun: str, sender: Sender, leave: Leave, payload: dict[str, Any]) -> Entry:
    """In the chain of the township. Why somebody is ill or in mourning is no business of the journal."""
    return record(
        f"leave.{noun}",
        chain=leave.township,
        record=("leave", leave.id),
        by=sender.person.id,
        payload=payload,
    )
