"""Where the reader of a list was last known to be, to tell how far the calls are."""

from datetime import datetime, timedelta
from typing import Final

from backend.field.assists.rules.positions import Corner
from backend.foundation.database import Dialogue, converse
from backend.foundation.people.identity import Person

GOOD_FOR: Final = timedelta(minutes=10)
_LAST: Final = (
    "SELECT lat, lon FROM (SELECT lat, lon, at FROM assist_positions WHERE officer = ? AND at >= ? AND lat IS NOT NULL "
    "AND lon IS NOT NULL AND CAST(marks AS TEXT) NOT LIKE '%zero%' AND CAST(marks AS TEXT) NOT LIKE '%impossible%' UNION ALL "
    "SELECT lat, lon, at FROM track_points WHERE officer = ? AND at >= ?) AS known ORDER BY at DESC LIMIT 1"
)


async def where_of(person: Person, at: datetime) -> Corner | None:
    """Of their track or their way to a call, not older than ten minutes."""
    return await converse(last_known(person, at), reading=True)


def last_known(person: Person, at: datetime) -> Dialogue[Corner | None]:
    """The same, in a trip with other questions."""
    since = at - GOOD_FOR
    found = yield _LAST, [person.id, since, person.id, since]
    return (found[0]["lat"], found[0]["lon"]) if found else None
