"""One 签到 or 签退 as it was recorded."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from backend.foundation.database import row
from backend.foundation.database.access import Row
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.duty.turnout.rules.standing import Mark

_FOUND: Final = (
    "SELECT t.noun, t.at, t.how, t.fence, t.distance_m, t.received_at, t.note, a.shift, o.username, o.name, b.name AS told_by "
    "FROM turnouts t JOIN assignments a ON a.id = t.assignment JOIN officers o ON o.id = a.officer "
    "JOIN officers b ON b.id = t.recorded_by WHERE t.id = ? AND t.township = ?"
)


@dataclass(frozen=True, slots=True)
class Turnout:
    """With whose it is."""

    id: UUID
    shift: UUID
    username: str
    name: str
    mark: Mark
    note: str


async def load_turnout(person: Person, turnout_id: UUID) -> Turnout:
    """Refuses a stranger's `not_found`."""
    found = await row(_FOUND, turnout_id, person.township_id)
    if found is None:
        raise Refusal("not_found")
    return Turnout(
        turnout_id, found["shift"], found["username"], found["name"], read_mark(found), found["note"]
    )


def read_mark(entry: Row) -> Mark:
    """From the columns of `turnouts`, `told_by` the name of who recorded it."""
    by = entry["told_by"] if entry["how"] == "colleague" else ""
    named = ("noun", "at", "how", "fence", "distance_m", "received_at")
    return Mark(**{name: entry[name] for name in named}, by=by)
