"""The figure beside 历法: one while a year is missing that ought to be loaded."""

from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.badges import Badge
from backend.office.calendars.queries import missing_year, standing


async def count_missing(person: Person) -> Badge | None:
    """For the administrator, from 1 November on."""
    if not may(person, "calendar.manage"):
        return None
    missing = missing_year((await standing(person)).calendar, now())
    return Badge(1, urgent=False) if missing else None
