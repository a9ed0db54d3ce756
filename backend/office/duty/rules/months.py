"""A month on the wall: weeks of days, each with what is on it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from backend.foundation.workdays import Calendar
from backend.office.duty.rules.days import month_days


class OnADay(Protocol):
    """Whatever begins on a day."""

    @property
    def day(self) -> date: ...


T = TypeVar("T", bound=OnADay)


@dataclass(frozen=True, slots=True)
class Square(Generic[T]):
    """One day: `off` and `why` as the region's calendar says; what begins on it."""

    day: date
    off: bool
    why: str
    held: tuple[T, ...]


def weeks(month: date, calendar: Calendar, held: Iterable[T]) -> list[list[Square[T] | None]]:
    """Monday to Sunday; None for days of the months beside."""
    by_day: dict[date, list[T]] = {}
    for each in held:
        by_day.setdefault(each.day, []).append(each)
    squares = [_square(day, calendar, by_day.get(day, ())) for day in month_days(month)]
    before: list[Square[T] | None] = [None] * month.weekday()
    line = [*before, *squares]
    line += [None] * (-len(line) % 7)
    return [line[at : at + 7] for at in range(0, len(line), 7)]


def _square(day: date, calendar: Calendar, held: Sequence[T]) -> Square[T]:
    return Square(day, not calendar.is_workday(day), calendar.why(day), tuple(held))


def days_beside(day: date) -> tuple[date, date]:
    """The day before and the day after."""
    return day - timedelta(days=1), day + timedelta(days=1)
