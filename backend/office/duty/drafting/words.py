"""How shifts and moments are called where a draft explains itself."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final

from backend.foundation.now import local
from backend.office.duty.drafting.given import Shift, Stint

MIDNIGHT: Final = time()
DAY: Final = timedelta(days=1)


def moment(at: datetime) -> str:
    """11月3日 20:00."""
    there = local(at)
    return f"{there.month}月{there.day}日 {there:%H:%M}"


def span(begins: datetime, ends: datetime) -> str:
    """11月3日 20:00—次日 08:00; the whole date where it ends later."""
    first = local(begins)
    return f"{first.month}月{first.day}日 {times(begins, ends)}"


def times(begins: datetime, ends: datetime) -> str:
    """08:00—14:00, 20:00—次日 08:00; the whole date where it ends later."""
    first, last = local(begins), local(ends)
    days = (last.date() - first.date()).days
    until = f"{last:%H:%M}" if days == 0 else f"次日 {last:%H:%M}" if days == 1 else moment(ends)
    return f"{first:%H:%M}—{until}"


def days(begins: datetime, ends: datetime) -> str:
    """Whole days by their dates, the last one included: 11月8日—11月21日. Else to the minute."""
    first, last = local(begins), local(ends)
    if first.time() != MIDNIGHT or last.time() != MIDNIGHT:
        return span(begins, ends)
    return _from_to(first.date(), last.date() - DAY)


def dates(days: Iterable[date]) -> str:
    """11月3日—9日、11月12日、11月30日—12月2日."""
    spans: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if spans and day - spans[-1][1] == DAY:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return "、".join(_from_to(first, last) for first, last in spans)


def _from_to(first: date, last: date) -> str:
    month = "" if last.month == first.month else f"{last.month}月"
    until = "" if last == first else f"—{month}{last.day}日"
    return f"{first.month}月{first.day}日{until}"


def called(shift: Shift | Stint) -> str:
    """11月3日 20:00—次日 08:00 值班室值班."""
    return f"{span(shift.begins, shift.ends)} {shift.name}"


def hours(minutes: int) -> str:
    """12小时, 7.5小时."""
    return f"{minutes / 60:g}小时"
