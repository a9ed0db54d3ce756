"""Writing a notification's row and its steps, guarded by its version."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.casework.hazards.commands.announcing import announce_step
from backend.casework.hazards.rules.hazard import Hazard
from backend.foundation.database import rows
from backend.foundation.database.access import Statement
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, write_over
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
    return await write_over("hazards", hazard, changes)


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
    await announce_step(hazard, step.noun, by=sender.person.id)
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
