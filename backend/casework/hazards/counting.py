"""The figure beside 隐患 for whoever must answer: what nobody has answered in time, else what waits."""

from datetime import datetime
from typing import Final

from backend.casework.hazards.queries.listed import minutes_of
from backend.casework.hazards.rules.states import WAITING
from backend.casework.hazards.rules.waiting import waiting
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.identity import Person
from backend.foundation.web.frame import Badge, Counter

_WAITING: Final = (
    "SELECT township, told_at, state FROM hazards WHERE to_unit = ? AND closed_at IS NULL "
    f"AND state IN ({', '.join('?' * len(WAITING))})"
)


def _asked(person: Person, _at: datetime) -> Statement:
    """Those told to the person's own unit; to who told them they stand on the first page."""
    return _WAITING, [person.unit_id, *sorted(WAITING)]


async def _read(_person: Person, found: list[Row], at: datetime) -> Badge | None:
    minutes = await minutes_of({entry["township"] for entry in found})
    late = sum(
        waiting(entry["told_at"], entry["state"], None, minutes[entry["township"]], at).over
        for entry in found
    )
    if late:
        return Badge(late, urgent=True)
    return Badge(len(found), urgent=False) if found else None


HAZARDS_TO_ANSWER = Counter("hazard.answer", _asked, _read)
