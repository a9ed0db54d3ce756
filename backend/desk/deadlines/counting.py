"""The figure beside 时限 in the rail: what is late, else what is due soon."""

from datetime import timedelta

from backend.desk.deadlines.reach import concerning
from backend.foundation.database import row
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.badges import Badge

# Nothing in days is due soon longer beforehand: the longest holiday and the working day before it.
FAR = timedelta(days=20)
_COUNT = (
    "SELECT COUNT(*) AS soon, COALESCE(SUM(CASE WHEN late_from <= ? THEN 1 ELSE 0 END), 0) AS late FROM clocks "
    "WHERE {whose} AND met_at IS NULL AND cancelled_at IS NULL AND late_from <= ? AND soon_from <= ?"
)


async def count_deadlines(person: Person) -> Badge | None:
    """For a township all that concerns it, for a body what it owes itself."""
    if not may(person, "deadlines.read"):
        return None
    at = now()
    whose, args = concerning(person)
    found = await row(_COUNT.format(whose=whose), at, *args, at + FAR, at)
    assert found is not None
    if found["late"]:
        return Badge(found["late"], urgent=True)
    return Badge(found["soon"], urgent=False) if found["soon"] else None
