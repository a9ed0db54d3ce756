"""One thing, in somebody's hands or not. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.office.equipment.rules.words import State


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing, column by column."""

    id: UUID
    township: UUID
    unit: UUID
    kind: str
    name: str
    number: str
    note: str
    code: str
    added_by: UUID
    received_at: datetime
    damaged_at: datetime | None
    damage: str
    retired_at: datetime | None
    retired_by: UUID | None
    retired_why: str
    version: int


@dataclass(frozen=True, slots=True)
class Loan:
    """One stretch in somebody's hands."""

    id: UUID
    equipment: UUID
    officer: UUID
    out_at: datetime
    out_by: UUID
    due_at: datetime | None
    purpose: str
    back_at: datetime | None
    back_by: UUID | None
    damage: str
    next_at: datetime | None
    next_step: str

    def is_late(self, at: datetime) -> bool:
        return self.back_at is None and self.due_at is not None and self.due_at <= at


def state(thing: Thing, loan: Loan | None, at: datetime) -> State:
    """`loan`: the one that runs, if one does. Who has a damaged thing still has it."""
    if thing.retired_at:
        return "retired"
    if loan is not None:
        return "late" if loan.is_late(at) else "out"
    return "damaged" if thing.damaged_at else "in"
