"""A call for help and its responses as rules see them. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from backend.foundation.positions import Positioned


@dataclass(frozen=True, slots=True)
class Assist(Positioned):
    """One call, column by column; `hazards` and `position_marks` are JSON lists of words."""

    id: UUID
    county: UUID
    township: UUID | None
    chain: UUID
    unit: UUID
    raised_by: UUID
    status: str
    severity: str
    reason: str
    note: str
    phone: str
    hazards: str
    patrol: UUID | None
    finding: UUID | None
    origin_kind: str
    origin_id: UUID | None
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    position_at: datetime | None
    position_marks: str
    raised_at: datetime
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    alarm_number: str
    state: str
    responded_at: datetime | None
    acknowledged_at: datetime | None
    departed_at: datetime | None
    arrived_at: datetime | None
    ended_at: datetime | None
    ended_by: UUID | None
    end_reason: str
    evidence: str
    dispersed: int | None
    injured: int | None
    outcome: str
    outcome_by: UUID | None
    outcome_at: datetime | None
    round: int
    round_since: datetime
    next_at: datetime | None
    next_step: str
    overwritten: bool
    version: int
    field_versions: str

    @property
    def open(self) -> bool:
        return self.ended_at is None

    @property
    def exercise(self) -> bool:
        """No real call: a drill or a test of the machinery (CAP's Exercise and Test)."""
        return self.status != "actual"

    @property
    def dangers(self) -> list[str]:
        """What is dangerous there, in words."""
        return msgspec.json.decode(self.hazards, type=list[str])

    @property
    def marks(self) -> list[str]:
        """What is to be known of the position before it is believed."""
        return msgspec.json.decode(self.position_marks, type=list[str])


@dataclass(frozen=True, slots=True)
class Response:
    """One responder; `officer` is None for somebody without an account. Active from 接警 until they leave."""

    id: UUID
    officer: UUID | None
    name: str
    unit: UUID | None
    police: bool
    asked_at: datetime | None
    acknowledged_at: datetime | None
    departed_at: datetime | None
    arrived_at: datetime | None
    left_at: datetime | None
    handing_to: UUID | None

    @property
    def active(self) -> bool:
        return self.acknowledged_at is not None and self.left_at is None

    @property
    def under_way(self) -> bool:
        """Between leaving for the place and being there: the only stretch in which a responder's position is kept."""
        return self.active and self.departed_at is not None and self.arrived_at is None
