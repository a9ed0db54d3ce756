"""A notification as rules see it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from backend.foundation.positions import Positioned


@dataclass(frozen=True, slots=True)
class Hazard(Positioned):
    """One notification, column by column; `endangers` is a JSON list of words, `photos` one of ids."""

    id: UUID
    township: UUID
    from_unit: UUID
    body: UUID
    to_unit: UUID
    origin_kind: str
    origin_id: UUID | None
    category: str
    endangers: str
    facts: str
    found_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    far_reason: str
    address: str
    photos: str
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    told_at: datetime
    state: str
    state_at: datetime
    answered_at: datetime | None
    closed_at: datetime | None
    version: int

    @property
    def open(self) -> bool:
        return self.closed_at is None

    @property
    def endangered(self) -> list[str]:
        """To whom it is dangerous."""
        return msgspec.json.decode(self.endangers, type=list[str])

    @property
    def brought(self) -> list[UUID]:
        """Photos of the origin that go along."""
        return msgspec.json.decode(self.photos, type=list[UUID])

    @property
    def origin(self) -> tuple[str, UUID] | None:
        """The record it came from."""
        return (self.origin_kind, self.origin_id) if self.origin_id else None


@dataclass(frozen=True, slots=True)
class Step:
    """One act on it; `name` and `position` are those of the officer, `unit_name` of the body it was done for."""

    id: UUID
    noun: str
    at: datetime
    received_at: datetime
    officer: UUID
    unit: UUID
    on_behalf: bool
    speaker: str
    speaker_position: str
    channel: str
    words: str
    people: str
    head_count: int | None
    reason: str
    text: str
    name: str
    position: str
    unit_name: str


@dataclass(frozen=True, slots=True)
class Report:
    """报告 to the county or district government, as far as it has come."""

    id: UUID
    government: UUID
    government_name: str
    ground: str
    local: bool
    drafted_at: datetime
    lapsed_at: datetime | None
    text: str
    issued_at: datetime | None
    issued_by: UUID | None
    issued_by_name: str
    letter: UUID | None

    @property
    def awaits(self) -> bool:
        """Drafted, and neither issued nor lapsed."""
        return self.issued_at is None and self.lapsed_at is None

    @property
    def stands(self) -> bool:
        """Issued, or about to be."""
        return self.lapsed_at is None
