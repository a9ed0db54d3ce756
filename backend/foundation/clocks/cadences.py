"""How often a recurring duty is owed, and which of its windows are to be opened. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from backend.foundation.mechanism import Cadence
from backend.foundation.now import CHINA
from backend.foundation.workdays import Period, Window, window

# As a township's setting says it.
_AGREED: Final[tuple[Period | None, ...]] = (None, "month", "quarter", "half_year", "year")
_DAY: Final = timedelta(days=1)


def in_force(cadence: Cadence, agreed: int) -> Cadence | None:
    """What the text says stands; where it says 定期 or nothing, what the township agreed on, None for nothing."""
    if cadence.per is not None and not cadence.local:
        return cadence
    period = _AGREED[agreed]
    return replace(cadence, per=period, basis="local") if period else None


def to_open(cadence: Cadence, opened_until: date | None, at: datetime) -> Iterator[Window]:
    """The windows that have begun and are not open yet, the oldest first.

    What the text demands is owed also for the time in which nothing ran; what was agreed on begins with the window of the
    day, so that an agreement taken up again owes nothing for the time it did not hold.
    """
    today = at.astimezone(CHINA).date()
    if opened_until is not None and opened_until >= today:
        return
    present = window(cadence.period, at)
    if opened_until is None or cadence.local:
        yield present
        return
    day = opened_until + _DAY
    while day <= present.first:
        found = window(cadence.period, begins(day))
        yield found
        day = found.last + _DAY


def begins(day: date) -> datetime:
    """Midnight at +08:00."""
    return datetime.combine(day, time(), CHINA)


def window_words(period: Period, first: date) -> str:
    """2026年11月, 2026年第四季度, 2026年下半年, 2026年."""
    if period == "month":
        return f"{first.year}年{first.month}月"
    if period == "quarter":
        return f"{first.year}年第{'一二三四'[first.month // 3]}季度"
    if period == "half_year":
        return f"{first.year}年{'上' if first.month == 1 else '下'}半年"
    return f"{first.year}年"
