"""What somebody wished for a month."""

from datetime import date
from uuid import UUID

from backend.foundation.database import rows
from backend.office.duty.rules.days import next_month

_WISHES = (
    "SELECT on_day, wants FROM duty_wishes WHERE officer = ? AND on_day >= ? AND on_day < ? ORDER BY on_day"
)


async def wishes_of(officer: UUID, month: date) -> dict[date, str]:
    """Day → off or on."""
    found = await rows(_WISHES, officer, month, next_month(month))
    return {entry["on_day"]: entry["wants"] for entry in found}
