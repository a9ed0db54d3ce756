"""What was said and done on a task; the caller has made sure it may be seen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import rows

_STEPS = (
    "SELECT s.id, s.noun, s.at, s.received_at, s.text, s.due_at, o.name, u.name AS unit_name, "
    "COALESCE(b.name, '') AS to_unit, COALESCE(p.name, '') AS to_officer FROM task_steps s "
    "JOIN officers o ON o.id = s.officer JOIN units u ON u.id = o.unit LEFT JOIN units b ON b.id = s.to_unit "
    "LEFT JOIN officers p ON p.id = s.to_officer WHERE s.task = ? ORDER BY s.number, s.at"
)


@dataclass(frozen=True, slots=True)
class Step:
    """By whom, when, in their words; `to_unit` and `to_officer` where it was given to somebody, `due_at` where it names a
    limit."""

    id: UUID
    noun: str
    at: datetime
    received_at: datetime
    text: str
    due_at: datetime | None
    name: str
    unit_name: str
    to_unit: str
    to_officer: str


async def steps_of(task_id: UUID) -> list[Step]:
    """In the order they came."""
    return [Step(**entry) for entry in await rows(_STEPS, task_id)]
