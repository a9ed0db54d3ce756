"""How a limit was counted, day by day, with the reason for each."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, NamedTuple

from backend.foundation.now import CHINA
from backend.foundation.workdays.calendar import Calendar
from backend.foundation.workdays.counting import due
from backend.foundation.workdays.terms import Term
from backend.foundation.workdays.windows import window

_DAY: Final = timedelta(days=1)
PROVISIONAL: Final = "（暂定，当年放假安排还没公布）"

Kind = Literal["start", "work", "make_up", "off", "natural", "rolled", "hours"]


class Day(NamedTuple):
    """One day of a count. `number` is the how-manieth counted day it is, 0 where it is not counted.

    `kind` says how it is drawn; `provisional`: whether the day's own year is still without its notice.
    """

    date: date
    counted: bool
    why: str
    number: int
    kind: Kind
    provisional: bool


def trace(term: Term, start: datetime, calendar: Calendar) -> tuple[Day, ...]:
    """Every day from the start to the last one, the start day first; of a period every day from its own first one."""
    local = start.astimezone(CHINA)
    end = due(term, start, calendar).at
    if term.span is not None:
        return tuple(_hours(local, end))
    if term.period:
        return tuple(_of_window(window(term.period, start).first, end.date()))
    if not term.amount:
        return (
            Day(local.date(), True, "当日24:00前", 1, "natural", False),
            *_rolled(local.date(), end.date(), calendar),
        )
    begun = Day(local.date(), False, "起算当日，不计", 0, "start", False)
    if term.unit == "working_day":
        return (begun, *_working_days(local.date(), end.date(), calendar))
    return (
        begun,
        *_natural_days(local.date(), term.amount),
        *_rolled(local.date() + term.amount * _DAY, end.date(), calendar),
    )


def _working_days(start: date, last: date, calendar: Calendar) -> Iterator[Day]:
    number = 0
    for day in _between(start, last):
        works, why = calendar.is_workday(day), calendar.why(day)
        number += works
        uncertain = not calendar.published(day.year)
        kind: Kind = "off" if not works else "work" if why == "工作日" else "make_up"
        yield Day(day, works, why + PROVISIONAL * uncertain, number * works, kind, uncertain)


def _natural_days(start: date, amount: int) -> Iterator[Day]:
    for number in range(1, amount + 1):
        yield Day(start + number * _DAY, True, "自然日", number, "natural", False)


def _of_window(first: date, last: date) -> Iterator[Day]:
    for number in range(1, (last - first).days + 2):
        yield Day(first + (number - 1) * _DAY, True, "自然日", number, "natural", False)


def _rolled(last: date, due_day: date, calendar: Calendar) -> Iterator[Day]:
    """From a last day that is no working day to the one it moved to (民法典 203)."""
    for day in _between(last, due_day):
        uncertain = not calendar.published(day.year)
        why = f"末日是休息日，顺延到{calendar.why(day)}" if day == due_day else f"{calendar.why(day)}，顺延"
        yield Day(day, False, why + PROVISIONAL * uncertain, 0, "rolled", uncertain)


def _hours(start: datetime, end: datetime) -> Iterator[Day]:
    """Each day the hours run through, with how long they ran on it."""
    moment = start
    while moment < end or moment == start:
        midnight = datetime.combine(moment.date() + _DAY, time(), CHINA)
        until = min(midnight, end)
        yield Day(moment.date(), True, f"{_span(moment, until)}，夜间和节假日照算", 0, "hours", False)
        if until == end:
            return
        moment = until


def _span(begin: datetime, end: datetime) -> str:
    hours, minutes = divmod(int((end - begin).total_seconds()) // 60, 60)
    until = "24:00" if end.date() > begin.date() else f"{end:%H:%M}"
    length = f"{hours}小时{minutes}分" if minutes else f"{hours}小时"
    return f"{begin:%H:%M}—{until}，计{length}"


def _between(after: date, through: date) -> Iterator[date]:
    day = after
    while day < through:
        day += _DAY
        yield day
