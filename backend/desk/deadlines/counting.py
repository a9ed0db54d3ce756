"""The figure beside 时限 in the rail: what is late, else what is due soon."""

from datetime import datetime, timedelta

from backend.desk.deadlines.reach import concerning
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.identity import Person
from backend.foundation.web.frame import Badge, Counter

# Nothing in days is due soon longer beforehand: the longest holiday and the working day before it.
FAR = timedelta(days=20)
_COUNT = (
    "SELECT COUNT(*) AS soon, COALESCE(SUM(CASE WHEN late_from <= ? THEN 1 ELSE 0 END), 0) AS late FROM clocks "
    "WHERE {whose} AND met_at IS NULL AND cancelled_at IS NULL AND late_from <= ? AND soon_from <= ?"
)


def _asked(person: Person, at: datetime) -> Statement:
    """For a township all that concerns it, for a body what it owes itself."""
    whose, args = concerning(person)
    return _COUNT.format(whose=whose), [at, *args, at + FAR, at]


async def _read(_person: Person, answer: list[Row], _at: datetime) -> Badge | None:
    (found,) = answer
    if found["late"]:
        return Badge(found["late"], urgent=True)
    return Badge(found["soon"], urgent=False) if found["soon"] else None


DEADLINES = Counter("deadlines.read", _asked, _read)
