"""When a limit ends. The day of the event is not counted (民法典 201); a limit in days ends at 24:00 of its last day.

Without a trace this is arithmetic on a year's table: no day is walked over.
"""

from datetime import date, datetime, timedelta
from typing import Final

from backend.foundation.now import CHINA
from backend.foundation.workdays.calendar import Calendar, Due, end_of
from backend.foundation.workdays.terms import Term, Uncountable
from backend.foundation.workdays.windows import window

_INSTANT: Final = timedelta(microseconds=1)


def due(term: Term, start: datetime, calendar: Calendar) -> Due:
    """When `term` from `start` (an aware moment) ends; raises Uncountable beyond the years there are."""
    try:
        local = start.astimezone(CHINA)
        if term.unit == "working_day" and term.amount:
            return _after_working_days(term.amount, local, calendar)
        calendar.table(local.year)  # hours and natural days share the years that are known
        if term.period:
            return window(term.period, start).due
        if term.span is not None:
            return _after_span(term.span, local)
        return _after_natural_days(term, local.date(), calendar)
    except OverflowError:
        raise Uncountable("日期超出了历法的范围") from None


def _after_span(span: timedelta, start: datetime) -> Due:
    """Hours run through nights and holidays; the very moment is still in time (以内 includes it, 民法典 1259)."""
    at = start + span
    return Due(at, at + _INSTANT, False)


def _after_working_days(amount: int, start: datetime, calendar: Calendar) -> Due:
    table = calendar.table(start.year)
    index = table.before[start.toordinal() - table.first + 1] + amount - 1
    if index < table.total:
        return table.dues[index]
    # Nothing of the year is counted when it ends with the start day itself.
    sure = table.published or (start.month, start.day) == (12, 31)
    year = start.year
    while index >= table.total:
        index -= table.total
        year += 1
        table = calendar.table(year)
        sure = sure and table.published
    found = table.dues[index]
    return found if sure else found._replace(provisional=True)


def _after_natural_days(term: Term, start: date, calendar: Calendar) -> Due:
    """Provisional only where the last day has to be a working day: otherwise no notice can move it."""
    last = start + timedelta(days=term.amount or 0)
    if not term.roll_forward:
        calendar.table(last.year)
        return end_of(last, provisional=False)
    table = calendar.table(last.year)
    index = table.before[last.toordinal() - table.first]
    if index < table.total:
        return table.dues[index]
    later = calendar.table(last.year + 1)
    sure = table.published and later.published
    return later.dues[0] if sure else later.dues[0]._replace(provisional=True)
