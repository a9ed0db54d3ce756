"""Patrols that share somebody at the same time: marked, never refused. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Span:
    """When a patrol ran and who of interest was on it; an open end runs on."""

    id: UUID
    started_at: datetime
    ended_at: datetime | None


def overlapping(started_at: datetime | None, ended_at: datetime | None, others: Iterable[Span]) -> list[UUID]:
    """Which of `others` (patrols that share an officer) ran at the same time. Touching ends do not overlap."""
    if started_at is None:
        return []
    return [
        other.id
        for other in others
        if (ended_at is None or other.started_at < ended_at)
        and (other.ended_at is None or started_at < other.ended_at)
    ]
