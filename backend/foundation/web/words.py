"""Dates, lengths of time and quantities as officers read them. Pure: whoever formats gives the present.

Moments are aware datetimes and are read at +08:00; a bare date is taken as it is. Never a date without its weekday,
and another year always with its year.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.foundation.now import local

WEEKDAYS = "一二三四五六日"
NOT_YET = "—"
LAST_SECOND = time(23, 59, 59)
KILOMETRE = 1000
MEGABYTE = 1024 * 1024
DAY = 24 * 60
WAITED = timedelta(minutes=10)  # twice what clocks may differ: less is no waiting


def _day(value: date) -> date:
    return local(value).date() if isinstance(value, datetime) else value


def _weekday(day: date) -> str:
    return f"周{WEEKDAYS[day.weekday()]}"


def zh_date(value: date, now: datetime) -> str:
    """11月25日 周三; in another year 2027-01-04 周一."""
    day = _day(value)
    if day.year != local(now).year:
        return zh_day(value, now)
    return f"{day.month}月{day.day}日 {_weekday(day)}"


def zh_day(value: date, now: datetime) -> str:
    """The short form for tables: 11-25 周三; in another year 2027-01-04 周一."""
    day = _day(value)
    figures = f"{day:%m-%d}" if day.year == local(now).year else day.isoformat()
    return f"{figures} {_weekday(day)}"


def zh_time(moment: datetime) -> str:
    """09:10"""
    return f"{local(moment):%H:%M}"


def zh_datetime(moment: datetime, now: datetime) -> str:
    """11月25日 周三 09:10"""
    return f"{zh_date(moment, now)} {zh_time(moment)}"


def moment_words(moment: datetime | str) -> str:
    """A moment as the journal keeps it (ISO text) or as it came, in a sentence that leaves the year out: 11月25日 周三 09:10"""
    found = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return zh_datetime(found, found)


def zh_due(moment: datetime, now: datetime) -> str:
    """The end of a limit: 今天 21:18, 11月25日 周三 24:00. A limit in days is kept as 23:59:59 and read as 24:00."""
    clock = "24:00" if local(moment).time().replace(microsecond=0) == LAST_SECOND else zh_time(moment)
    return f"{'今天' if _day(moment) == _day(now) else zh_date(moment, now)} {clock}"


def zh_arrival(received_at: datetime | None, made_at: datetime | None = None) -> str:
    """When what had to wait on a phone came: 14:02收到, on another day 11月25日 周三 14:02收到; empty where it came at once."""
    if received_at is None:
        return NOT_YET
    if made_at is None or received_at - made_at < WAITED:
        return ""
    same_day = _day(received_at) == _day(made_at)
    return f"{zh_time(received_at) if same_day else zh_datetime(received_at, received_at)}收到"


def zh_duration(length: timedelta | float) -> str:
    """A length of time (seconds or timedelta), rounded down: 45秒, 6分钟, 2小时40分, 1天2小时."""
    seconds = int(length.total_seconds() if isinstance(length, timedelta) else length)
    if seconds < 60:  # noqa: PLR2004 — a minute
        return f"{max(seconds, 0)}秒"
    days, minutes = divmod(seconds // 60, DAY)
    hours, minutes = divmod(minutes, 60)
    if days:
        return f"{days}天{hours}小时" if hours else f"{days}天"
    if hours:
        return f"{hours}小时{minutes}分" if minutes else f"{hours}小时"
    return f"{minutes}分钟"


def zh_hms(length: timedelta | float) -> str:
    """A running time: 01:24:36; hours go on beyond 24."""
    seconds = max(int(length.total_seconds() if isinstance(length, timedelta) else length), 0)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def zh_distance_parts(metres: float | None) -> tuple[str, str]:
    """Figure and unit apart, for a figure set large: ("3.2", "公里"), ("800", "米"), ("—", "")."""
    if metres is None:
        return NOT_YET, ""
    whole = round(metres)
    return (f"{metres / KILOMETRE:.1f}", "公里") if whole >= KILOMETRE else (f"{whole}", "米")


def zh_distance(metres: float) -> str:
    """3.2公里, 800米"""
    return "".join(zh_distance_parts(metres))


def zh_accuracy(metres: float) -> str:
    """How well a position is known, never better than it is: ±8米."""
    return f"±{-int(-metres // 1)}米"


def zh_size(count: int) -> str:
    """Bytes: 3.0 GB, 4.1 MB, 312 KB"""
    if count >= 1024 * MEGABYTE:
        return f"{count / MEGABYTE / 1024:.1f} GB"
    return f"{count / MEGABYTE:.1f} MB" if count >= MEGABYTE else f"{-(-count // 1024)} KB"


def zh_count(number: int) -> str:
    """100,000"""
    return f"{number:,}"


def zh_iso(moment: datetime) -> str:
    """What stands in a datetime attribute: 2026-11-23T09:10:00+08:00."""
    return local(moment).isoformat(timespec="seconds")


def local_input(moment: datetime) -> str:
    """What a datetime-local field holds: 2026-11-23T09:10, at +08:00."""
    return local(moment).strftime("%Y-%m-%dT%H:%M")


PLAIN: tuple[Callable[..., Any], ...] = (
    zh_time, zh_duration, zh_hms, zh_distance, zh_accuracy, zh_size, zh_count, zh_iso, local_input,
)  # fmt: skip
BY_THE_DAY: tuple[Callable[..., str], ...] = (zh_date, zh_day, zh_datetime, zh_due)


def filters(now: Callable[[], datetime]) -> dict[str, Callable[..., Any]]:
    """All of them by name, for a template environment; what is missing (None) reads 一字线 —."""

    def dated(form: Callable[..., str]) -> Callable[..., str]:
        return lambda value: NOT_YET if value is None else form(value, now())

    def plain(form: Callable[..., Any]) -> Callable[..., Any]:
        return lambda value: NOT_YET if value is None else form(value)

    given: dict[str, Callable[..., Any]] = {form.__name__: dated(form) for form in BY_THE_DAY}
    given |= {form.__name__: plain(form) for form in PLAIN}
    return given | {"zh_distance_parts": zh_distance_parts, "zh_arrival": zh_arrival}
