"""The figure beside 历法: one while a year is missing that ought to be loaded."""

from datetime import datetime

from backend.foundation.database.access import Row
from backend.foundation.people.identity import Person
from backend.foundation.web.frame import Badge, Counter
from backend.office.calendars.queries import asked, missing_year, stood


async def _read(person: Person, found: list[Row], at: datetime) -> Badge | None:
    missing = missing_year((await stood(person, found)).calendar, at)
    return Badge(1, urgent=False) if missing else None


# For the administrator, from 1 November on.
MISSING_YEAR = Counter("calendar.manage", lambda person, _: asked(person), _read)
