"""A year as its months read on a wall: which days are off, which weekends are worked, what is local. Pure."""

from calendar import Calendar as Weeks
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from backend.foundation.workdays import Calendar

_WEEKS = Weeks(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Square:
    """One day; `mark` is 休, 班 or nothing, `why` what it rests on where it is marked."""

    day: date
    mark: str
    why: str
    off: bool
    local: bool


@dataclass(frozen=True, slots=True)
class Month:
    """Weeks from Monday; None outside the month."""

    first: date
    weeks: list[list[Square | None]]
    workdays: int


def months_of(calendar: Calendar, year: int, local: Collection[date]) -> list[Month]:
    """January to December."""
    return [_month(calendar, year, month, local) for month in range(1, 13)]


def _month(calendar: Calendar, year: int, month: int, local: Collection[date]) -> Month:
    weeks = [
        [_square(calendar, day, local) if day.month == month else None for day in week]
        for week in _WEEKS.monthdatescalendar(year, month)
    ]
    worked = sum(not square.off for week in weeks for square in week if square)
    return Month(date(year, month, 1), weeks, worked)


def _square(calendar: Calendar, day: date, local: Collection[date]) -> Square:
    works, why = calendar.is_workday(day), calendar.why(day)
    plain = why in ("工作日", "周末") and day not in local
    mark = "" if plain else "班" if works else "休"
    return Square(day, mark, "" if plain else why, not works, day in local)
