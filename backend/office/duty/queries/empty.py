"""What somebody's absence leaves empty, for the room that keeps absences."""

from datetime import datetime
from uuid import UUID

from backend.foundation.database import row
from backend.office.absences.bearing import Gap
from backend.office.duty.queries.shifts import shifts_of_officer

_TOWNSHIP = "SELECT u.township FROM officers o JOIN units u ON u.id = o.unit WHERE o.id = ?"


async def left_empty(officer: UUID, begins: datetime, ends: datetime) -> list[Gap]:
    """The shifts of published rosters the person stands on at some time from one moment to another."""
    serves = await row(_TOWNSHIP, officer)
    shifts = await shifts_of_officer(officer, serves["township"] if serves else None, begins)
    return [
        Gap(shift.name, shift.begins_at, shift.ends_at, f"/duty/shifts/{shift.id}")
        for shift in shifts
        if shift.begins_at < ends
    ]
