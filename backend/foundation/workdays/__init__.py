"""Counting limits in Chinese working days (工作日), natural days and hours. Pure: the calendar is given, no clock is read."""

from backend.foundation.workdays.calendar import NOTHING, Calendar, Due, Overrides, calendar_for
from backend.foundation.workdays.counting import due
from backend.foundation.workdays.festivals import unsafe
from backend.foundation.workdays.grounds import amount_words, grounds
from backend.foundation.workdays.hours import Season
from backend.foundation.workdays.shelf import chain, load_calendars
from backend.foundation.workdays.terms import Period, Term, Uncountable, Unit
from backend.foundation.workdays.tracing import PROVISIONAL, Day, trace
from backend.foundation.workdays.warnings import Warn, WarningKind, next_daily, soon_from, warnings
from backend.foundation.workdays.windows import Window, window
from backend.foundation.workdays.years import Holiday, Mark, Year, check_year, read_year

__all__ = [
    "NOTHING",
    "PROVISIONAL",
    "Calendar",
    "Day",
    "Due",
    "Holiday",
    "Mark",
    "Overrides",
    "Period",
    "Season",
    "Term",
    "Uncountable",
    "Unit",
    "Warn",
    "WarningKind",
    "Window",
    "Year",
    "amount_words",
    "calendar_for",
    "chain",
    "check_year",
    "due",
    "grounds",
    "load_calendars",
    "next_daily",
    "read_year",
    "soon_from",
    "trace",
    "unsafe",
    "warnings",
    "window",
]
