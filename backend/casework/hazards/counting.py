"""The figure beside 隐患 for whoever must answer: what nobody has answered in time, else what waits."""

from typing import Final

from backend.casework.hazards.queries.listed import minutes_of
from backend.casework.hazards.rules.states import WAITING
from backend.casework.hazards.rules.waiting import waiting
from backend.foundation.database import rows
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.badges import Badge

_WAITING: Final = (
    "SELECT township, told_at, state FROM hazards WHERE to_unit = ? AND closed_at IS NULL "
    f"AND state IN ({', '.join('?' * len(WAITING))})"
)


async def count_hazards(person: Person) -> Badge | None:
    """Those told to the person's own unit; to who told them they stand on the first page."""
    if not may(person, "hazard.answer"):
        return None
    found = await rows(_WAITING, person.unit_id, *sorted(WAITING))
    if not found:
        return None
    minutes, at = await minutes_of({entry["township"] for entry in found}), now()
    late = sum(
        waiting(entry["told_at"], entry["state"], None, minutes[entry["township"]], at).over
        for entry in found
    )
    return Badge(late, urgent=True) if late else Badge(len(found), urgent=False)
