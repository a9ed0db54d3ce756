"""What a device says of itself: its id and its own clock when it sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

TRUSTED_OFFSET = timedelta(minutes=5)
# Sixty years, for a flat battery says 1970: beyond that a clock is simply wrong, and arithmetic with it would leave the
# calendar.
FARTHEST_S = 2e9


@dataclass(frozen=True)
class Device:
    """`offset_s` is how far the device's clock is ahead of the server's; None when it did not say."""

    id: UUID | None = None
    offset_s: float | None = None

    def is_clock_trusted(self) -> bool:
        return is_trusted(self.offset_s)


def is_trusted(offset_s: float | None) -> bool:
    """A device that says nothing of its clock is taken at its word; one that is far off is marked."""
    return offset_s is None or abs(offset_s) <= TRUSTED_OFFSET.total_seconds()


def read_device(headers: Mapping[str, str], at: datetime) -> Device:
    """From `Liandong-Device` and `Liandong-Sent-At`. What cannot be read counts as not said: a wrong clock never
    refuses a record."""
    return Device(_uuid(headers.get("liandong-device")), _offset(headers.get("liandong-sent-at"), at))


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _offset(text: str | None, at: datetime) -> float | None:
    try:
        sent_at = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if sent_at is None or sent_at.tzinfo is None:
        return None
    return offset_of(sent_at, at)


def offset_of(said: datetime, at: datetime) -> float:
    """How far a clock that shows `said` is ahead of `at`, seconds."""
    return round(max(-FARTHEST_S, min((said - at).total_seconds(), FARTHEST_S)), 3)
