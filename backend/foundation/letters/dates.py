"""Moments as papers write them: at +08:00, always with year and weekday, for a paper is read years later."""

from datetime import date, datetime, timedelta

from backend.foundation.now import local

_WEEKDAYS = "一二三四五六日"
DASH = "—"


def paper_date(day: date) -> str:
    """2026年11月22日 周日; a moment is read at +08:00."""
    there = local(day) if isinstance(day, datetime) else day
    return f"{there.year}年{there.month}月{there.day}日 周{_WEEKDAYS[there.weekday()]}"


def paper_clock(moment: datetime) -> str:
    return f"{local(moment):%H:%M}"


def paper_moment(moment: datetime | None) -> str:
    """2026年11月22日 周日 19:30, or 一字线 for what has not been."""
    return f"{paper_date(moment)} {paper_clock(moment)}" if moment else DASH


def clock_beside(moment: datetime | None, day: datetime | None) -> str:
    """A time in a table whose day stands above it: 20:46, and 11-23 00:10 on any other day."""
    if moment is None:
        return DASH
    there = local(moment)
    same = day is not None and there.date() == local(day).date()
    return f"{there:%H:%M}" if same else f"{there:%m-%d} {there:%H:%M}"


def span_beside(start: datetime | None, end: datetime | None, day: datetime | None) -> str:
    """20:05—21:10; both ends as in `clock_beside`."""
    return f"{clock_beside(start, day)}{DASH}{clock_beside(end, day) if end else ''}"


def duration(length: timedelta) -> str:
    """Whole minutes, rounded down: 2小时40分, 6分钟."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    if hours:
        return f"{hours}小时{minutes}分" if minutes else f"{hours}小时"
    return f"{minutes}分钟"
