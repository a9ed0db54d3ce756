"""Stays of invented people, for rules that need a crew."""

from datetime import datetime
from uuid import UUID

from backend.field.patrols.rules.patrol import Stay

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")


def stay(
    number: int,
    unit: int = 1,
    *,
    roles: tuple[str, ...] = ("officer",),
    joined_at: datetime | None = None,
    left_at: datetime | None = None,
) -> Stay:
    """The officer `o<number>` of the unit `u<unit>`."""
    return Stay(
        UUID(int=number),
        f"o{number}",
        f"某{number}",
        frozenset(roles),
        UUID(int=100 + unit),
        f"u{unit}",
        f"单位{unit}",
        joined_at,
        left_at,
    )
