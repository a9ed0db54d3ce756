"""A patrol and its crew as rules see them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

KINDS = {
    "joint": "联合巡查",
    "routine": "日常巡查",
    "pre_event": "节前事前巡查",
    "campaign": "联合整治",
    "stand_by": "联合值守",
}


@dataclass(frozen=True, slots=True)
class Patrol:
    """One patrol; `paused_at` is since when it is paused now."""

    id: UUID
    township: UUID
    unit: UUID
    kind: str
    title: str
    planned_route: str
    planned_from: datetime | None
    planned_until: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    summary: str
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    cancelled_at: datetime | None
    cancelled_by: UUID | None
    cancel_reason: str
    filed_at: datetime | None
    filed_by: UUID | None
    number: str | None
    overlapping: bool
    overwritten: bool
    unit_names: str
    unit_count: int
    finding_count: int
    photo_count: int
    length_m: float
    review: str
    sort_at: datetime
    version: int
    field_versions: str
    paused_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it still takes changes."""
        return self.filed_at is None and self.cancelled_at is None

    @property
    def running(self) -> bool:
        return self.open and self.started_at is not None and self.ended_at is None


@dataclass(frozen=True, slots=True)
class Stay:
    """One officer's stay on a patrol; leaving and coming back are two stays."""

    officer: UUID
    username: str
    name: str
    roles: frozenset[str]
    unit: UUID
    unit_code: str
    unit_name: str
    joined_at: datetime | None = None
    left_at: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether the officer was there at that moment; before the start everybody planned counts."""
        return (self.joined_at is None or self.joined_at <= at) and (
            self.left_at is None or at < self.left_at
        )


def present(crew: Iterable[Stay]) -> list[Stay]:
    """Those who have not left."""
    return [stay for stay in crew if stay.left_at is None]


def was_in_crew(crew: Iterable[Stay], officer: UUID) -> bool:
    """Now or before."""
    return any(stay.officer == officer for stay in crew)


def names_of(crew: Iterable[Stay]) -> dict[str, str]:
    """What people call each of them, by username."""
    return {stay.username: stay.name for stay in crew}


def sort_moment(
    started_at: datetime | None, planned_from: datetime | None, received_at: datetime, *, clock_trusted: bool
) -> datetime:
    """Where the ledger puts a patrol: its start, else its plan; its arrival where the device's clock was wrong."""
    if not clock_trusted:
        return received_at
    return started_at or planned_from or received_at
