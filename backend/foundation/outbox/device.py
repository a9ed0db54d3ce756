"""What a device says of itself: its id and its own clock when it sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

TRUSTED_OFFSET = timedelta(minutes=5)
OLDEST = timedelta(days=30)  # nothing waits longer in a phone before it is sent
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
    """From `Liandong-Device`, `Liandong-Sent-At` and `Liandong-Made-At` (when its clock said that this was made). What
    cannot be read counts as not said: a wrong clock never refuses a record."""
    sent, made = (_moment(headers.get(name)) for name in ("liandong-sent-at", "liandong-made-at"))
    return Device(_uuid(headers.get("liandong-device")), _offset(sent, made, at))


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _moment(text: str | None) -> datetime | None:
    try:
        said = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return said if said is not None and said.tzinfo is not None else None


def _offset(sent: datetime | None, made: datetime | None, at: datetime) -> float | None:
    """A phone whose clock was wrong on the street has it put right by the network it then sends over: what was made
    after it is sent, or longer before than anything waits, was made by another clock than the one it is sent by."""
    if sent is not None and made is not None and not OLDEST >= sent - made >= -TRUSTED_OFFSET:
        return offset_of(made, at)
    return offset_of(sent, at) if sent is not None else None


def offset_of(said: datetime, at: datetime) -> float:
    """How far a clock that shows `said` is ahead of `at`, seconds."""
    return round(max(-FARTHEST_S, min((said - at).total_seconds(), FARTHEST_S)), 3)
