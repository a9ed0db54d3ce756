"""What somebody stands this month."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from backend.foundation.now import CHINA, local
from backend.office.duty.queries.shifts import KnownShift, shifts_of_officer
from backend.office.duty.rules.days import month_of, next_month
from backend.office.duty.rules.making import is_night


@dataclass(frozen=True, slots=True)
class Month:
    """The shifts of published rosters that begin in the month, with what they add up to."""

    shifts: tuple[KnownShift, ...]
    hours: int
    nights: int


async def month_with(officer: UUID, township: UUID, at: datetime) -> Month:
    """The month of `at`."""
    first = month_of(local(at).date())
    begins, ends = (datetime.combine(day, time(), CHINA) for day in (first, next_month(first)))
    found = tuple(
        shift
        for shift in await shifts_of_officer(officer, township, begins)
        if begins <= shift.begins_at < ends
    )
    worked = sum((shift.ends_at - shift.begins_at for shift in found), timedelta())
    nights = sum(is_night(shift.begins_at, shift.ends_at) for shift in found)
    return Month(found, round(worked / timedelta(hours=1)), nights)
