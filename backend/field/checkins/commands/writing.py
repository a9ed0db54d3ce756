"""Writing a visit's row and its steps, guarded by its version."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.field.assists.bodies import FixBody
from backend.field.checkins.rules.checkin import Checkin, believable
from backend.field.checkins.rules.timer import Due
from backend.foundation.database import rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import write_over

COLUMNS = tuple(each.name for each in fields(Checkin))
_STEP = (
    "INSERT INTO checkin_steps (id, checkin, number, noun, at, received_at, officer, channel, words) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step to be written; `officer` is None for what the server does."""

    noun: str
    at: datetime
    received_at: datetime
    officer: UUID | None
    channel: str = ""
    words: str = ""


async def write(checkin: Checkin, changes: Mapping[str, Any]) -> Checkin:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("checkins", checkin, changes)


async def add_step(checkin: Checkin, step: Step, payload: Mapping[str, Any] | None = None) -> Entry:
    """Write the step that made this version, and its event, dated at when it was."""
    await rows(
        _STEP,
        uuid4(),
        checkin.id,
        checkin.version,
        step.noun,
        step.at,
        step.received_at,
        step.officer,
        step.channel,
        step.words,
    )
    said = {"channel": step.channel, "words": step.words} if step.officer else {}
    marked = {"exercise": True} if checkin.exercise else {}
    return record(
        f"checkin.{step.noun}",
        chain=checkin.township,
        record=("checkin", checkin.id),
        by=step.officer,
        payload={**said, **(payload or {}), **marked},
        made_at=step.at,
    )


def next_columns(due: Due | None) -> dict[str, Any]:
    return {"next_at": due.at if due else None, "next_step": due.step if due else ""}


def position_columns(fix: FixBody | None, at: datetime) -> dict[str, Any]:
    """What the row keeps of a position; nothing of one that leads nowhere."""
    if fix is None or not believable(fix.lat, fix.lon):
        return {}
    known = isinstance(fix.accuracy_m, int | float) and fix.accuracy_m >= 0
    return {
        "lat": fix.lat,
        "lon": fix.lon,
        "accuracy_m": fix.accuracy_m if known else None,
        "position_source": "map" if fix.source == "map" else "gps",
        "position_at": at,
    }
