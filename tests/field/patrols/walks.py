"""Tracks to judge: a walk of one device, a fix each thirty seconds and forty metres."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from backend.field.patrols.rules.sieve import Point

PHONE = UUID(int=1)
TABLET = UUID(int=2)
START = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
NOW = START + timedelta(hours=12)
STEP_S = 30
STEP_DEGREES = 0.00036  # 40 m north


def fix(seq: int, *, device: UUID = PHONE, seconds: float | None = None, north: float | None = None) -> Point:
    """The `seq`-th fix of a steady walk north; `seconds` after the start and `north` in degrees may be set."""
    after = seq * STEP_S if seconds is None else seconds
    lat = 24.16 + (seq * STEP_DEGREES if north is None else north)
    return Point(device, seq, START + timedelta(seconds=after), lat, 102.39, 8.0)


def walk(count: int, device: UUID = PHONE) -> list[Point]:
    return [fix(seq, device=device) for seq in range(count)]


def later(points: Iterable[Point], seconds: float) -> list[Point]:
    """The same fixes, all that much later."""
    return [replace(point, at=point.at + timedelta(seconds=seconds)) for point in points]
