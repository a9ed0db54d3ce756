"""An incident, its reports and steps as rules see them. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from backend.foundation.positions import Positioned


@dataclass(frozen=True, slots=True)
class Incident(Positioned):
    """One incident, column by column; `photos` is a JSON list of ids."""

    id: UUID
    township: UUID
    unit: UUID
    body: UUID
    origin_kind: str
    origin_id: UUID | None
    exercise: bool
    category: str
    alarm_number: str
    happened_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    far_reason: str
    address: str
    late_reason: str
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    photos: str
    told_at: datetime
    state: str
    over_at: datetime | None
    ended_at: datetime | None
    version: int

    @property
    def brought(self) -> list[UUID]:
        """Photos of the record it came from that go along."""
        return msgspec.json.decode(self.photos, type=list[UUID])

    @property
    def open(self) -> bool:
        return self.ended_at is None

    @property
    def title(self) -> str:
        """演练：围堵阻碍执法."""
        return f"演练：{self.category}" if self.exercise else self.category


@dataclass(frozen=True, slots=True)
class Report:
    """One report; `which`: the how-manieth of its kind that was not returned. Names are those of the officers."""

    id: UUID
    number: int
    kind: str
    facts: str
    injured: int | None
    dead: int | None
    measures: str
    explained: str
    coming: str
    written_by: UUID
    written_by_name: str
    written_at: datetime
    issued_at: datetime | None
    issued_by_name: str
    signed_off: bool
    letter: UUID | None
    returned_at: datetime | None
    returned_by_name: str
    return_reason: str
    which: int = 1

    @property
    def waits(self) -> bool:
        """For the leader's signature."""
        return self.issued_at is None and self.returned_at is None


@dataclass(frozen=True, slots=True)
class Step:
    """One act besides reporting; `name` and `position` are those of the officer, `unit_name` of the body it concerns."""

    id: UUID
    noun: str
    at: datetime
    received_at: datetime
    officer: UUID
    name: str
    position: str
    unit: UUID
    unit_name: str
    channel: str
    speaker: str
    speaker_position: str
    head_count: int | None
    text: str
