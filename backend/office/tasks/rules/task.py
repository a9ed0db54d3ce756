"""A task as rules see it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.positions import Positioned
from backend.office.tasks.rules.states import OPEN


@dataclass(frozen=True, slots=True)
class Task(Positioned):
    """One task, column by column."""

    id: UUID
    township: UUID
    from_unit: UUID
    unit: UUID
    officer: UUID | None
    origin_kind: str
    origin_id: UUID | None
    exercise: bool
    urgent: bool
    title: str
    words: str
    address: str
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    limited_at: datetime
    due_at: datetime
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    state: str
    state_at: datetime
    accepted_at: datetime | None
    accepted_by: UUID | None
    reported_at: datetime | None
    ended_at: datetime | None
    version: int

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def heading(self) -> str:
        """演练：清理河堤堆料."""
        return f"{'演练：' if self.exercise else ''}{self.title}"

    @property
    def origin(self) -> tuple[str, UUID] | None:
        return (self.origin_kind, self.origin_id) if self.origin_id is not None else None
