"""Who called in sick for a shift, and the leave it left."""

from datetime import datetime
from uuid import UUID, uuid5

from backend.foundation.database import rows
from backend.office.absences.queries.leaves import standing
from backend.office.absences.rules.leave import Leave

_CALLS = "SELECT id FROM assignments WHERE shift = ? AND officer = ? AND ended_why = 'sick' ORDER BY ended_at"


def leave_of(assignment: UUID) -> UUID:
    """Of one assignment that ended that way there is one leave at most."""
    return uuid5(assignment, "sick leave")


async def leaves_of(shift: UUID, officer: UUID) -> list[UUID]:
    """Those such calls may have left, the first call first."""
    return [leave_of(call["id"]) for call in await rows(_CALLS, shift, officer)]


async def standing_leave(shift: UUID, officer: UUID, at: datetime) -> Leave | None:
    """The one that holds now."""
    found = [await standing(leave_id, at) for leave_id in await leaves_of(shift, officer)]
    return next((named.leave for named in found if named), None)
