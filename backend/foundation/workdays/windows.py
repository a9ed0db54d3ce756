"""Windows of a recurring duty: once a month, quarter, half-year or year, each ending at 24:00 of its last natural day."""

from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from backend.foundation.now import CHINA
from backend.foundation.workdays.calendar import Calendar, Due, end_of
from backend.foundation.workdays.terms import Period

_MONTHS: Final[dict[Period, int]] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


class Window(NamedTuple):
    """From the first natural day to the last, both in it."""

    first: date
    last: date

    @property
    def due(self) -> Due:
        """Ends with its last day, working day or not: nothing rolls and no notice moves it."""
        return end_of(self.last, provisional=False)

    def last_workday(self, calendar: Calendar) -> date:
        """The last day on which an office can still do it."""
        return calendar.workday(self.last + timedelta(days=1), -1)


def window(period: Period, moment: datetime) -> Window:
    """The window that `moment` lies in."""
    day, months = moment.astimezone(CHINA).date(), _MONTHS[period]
    month = (day.month - 1) // months * months + 1
    first = date(day.year, month, 1)
    beyond = month + months
    return Window(first, date(day.year + beyond // 13, (beyond - 1) % 12 + 1, 1) - timedelta(days=1))
