"""Writing a notification's row and its steps, guarded by its version."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.casework.hazards.rules.hazard import Hazard
from backend.foundation.database import row, rows
from backend.foundation.database.access import Statement
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender
from backend.foundation.refusals import Refusal
from backend.foundation.search import indexing

COLUMNS = tuple(each.name for each in fields(Hazard))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step to be written: `unit` is in whose name; `said` what it holds, by column."""

    noun: str
    at: datetime
    unit: UUID
    said: Mapping[str, Any]


async def write(hazard: Hazard, changes: Mapping[str, Any]) -> Hazard:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    values = {**changes, "version": hazard.version + 1}
    written = await row(
        f"UPDATE hazards SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ? AND version = ? "
        "RETURNING version",
        *values.values(),
        hazard.id,
        hazard.version,
    )
    if written is None:
        raise Refusal("conflict", "同一时刻有人先办了，刷新后看现在的情况")
    return replace(hazard, **values)


async def add_step(sender: Sender, hazard: Hazard, step: Step) -> Entry:
    """Write the step that made this version, and its event, in the chain of whoever acted."""
    step_id = sender.key or uuid4()
    values = {
        "id": step_id,
        "hazard": hazard.id,
        "number": hazard.version,
        "noun": step.noun,
        "at": step.at,
        "received_at": sender.at,
        "officer": sender.person.id,
        "unit": step.unit,
        **step.said,
    }
    await rows(
        f"INSERT INTO hazard_steps ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        *values.values(),
    )
    return record(
        f"hazard.{step.noun}",
        chain=sender.person.chain,
        record=("hazard", hazard.id),
        by=sender.person.id,
        payload={"step": step_id, "unit": step.unit, **step.said},
        made_at=step.at,
    )


def indexed(hazard: Hazard, *names: str) -> Statement:
    """Makes it findable by what, where and whom."""
    words = [hazard.category, hazard.facts, hazard.address, *hazard.endangered, *names]
    return indexing("hazard", hazard.id, hazard.township, words)
