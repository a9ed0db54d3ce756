"""When people are warned: at half, one working day before, at the limit, then daily. In working hours where days count."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, NamedTuple

from backend.foundation.now import CHINA
from backend.foundation.workdays.calendar import Calendar
from backend.foundation.workdays.counting import due
from backend.foundation.workdays.terms import Period, Term
from backend.foundation.workdays.windows import window

WarningKind = Literal["half", "unrolled", "day_before", "limit", "daily"]
_DAY: Final = timedelta(days=1)
_SOON_IN_PERIOD: Final = 5  # working days before the last day: what is done once a month takes preparing


class Warn(NamedTuple):
    """One warning: which, and the moment it is due."""

    kind: WarningKind
    at: datetime


def warnings(term: Term, start: datetime, calendar: Calendar) -> tuple[Warn, ...]:
    """Every warning up to the limit, in order; those that would not lie between start and limit are left out.

    Of two that fall on one moment only the more pressing is given.
    """
    ends = due(term, start, calendar)
    found = _found(term, start, calendar, ends.at.date())
    at_once = {warn.at: warn for warn in found if start < warn.at < ends.late_from}
    return (*(at_once[moment] for moment in sorted(at_once)), Warn("limit", ends.late_from))


def next_daily(term: Term, after: datetime, calendar: Calendar) -> Warn:
    """The next daily warning once it is late: each working day at its first hour; limits in hours know no day off."""
    day = after.astimezone(CHINA).date()
    if term.span is not None:
        return Warn("daily", after + _DAY)
    opening = calendar.opening(day)
    if opening <= after or not calendar.is_workday(day):
        opening = calendar.opening(calendar.workday(day, 1))
    return Warn("daily", opening)


def soon_from(term: Term, start: datetime, calendar: Calendar) -> datetime:
    """From when a limit counts as due soon: the start of the last working day before its last day; half of the hours;
    within a period the start of the fifth working day before its last day."""
    ends = due(term, start, calendar)
    if term.span is not None:
        return start + term.span / 2
    day = calendar.workday(ends.at.date(), -_SOON_IN_PERIOD if term.period else -1)
    return max(start, datetime.combine(day, time(), CHINA))


def _found(term: Term, start: datetime, calendar: Calendar, last: date) -> Iterator[Warn]:
    if term.period:
        return _in_period(term.period, start, calendar, last)
    return _in_days(term, start, calendar, last) if term.span is None else _in_span(term.span, start)


def _in_period(period: Period, start: datetime, calendar: Calendar, last: date) -> Iterator[Warn]:
    """Half: on the first working day of its second half."""
    first = window(period, start).first
    middle = first + (last - first + _DAY) // 2
    yield Warn("half", calendar.opening(calendar.workday(middle - _DAY, 1)))
    yield Warn("day_before", calendar.opening(calendar.workday(last, -1)))


def _in_span(span: timedelta, start: datetime) -> Iterator[Warn]:
    yield Warn("half", start + span / 2)


def _in_days(term: Term, start: datetime, calendar: Calendar, last: date) -> Iterator[Warn]:
    if term.amount:
        yield Warn("half", calendar.opening(_half(term, start, calendar)))
    unrolled = start.astimezone(CHINA).date() + (term.amount or 0) * _DAY
    if term.roll_forward and unrolled < last:
        # Whether a duty of an authority may be rolled is not written everywhere: the unrolled day warns too.
        yield Warn("unrolled", calendar.opening(unrolled))
    yield Warn("day_before", calendar.opening(calendar.workday(last, -1)))


def _half(term: Term, start: datetime, calendar: Calendar) -> date:
    """The counted day ⌈n/2⌉."""
    day, half = start.astimezone(CHINA).date(), -(-(term.amount or 0) // 2)
    return calendar.workday(day, half) if term.unit == "working_day" else day + half * _DAY
