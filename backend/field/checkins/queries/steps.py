"""What was said and done on a visit; the caller has made sure it may be seen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import rows

_STEPS = (
    "SELECT s.noun, s.at, s.received_at, s.channel, s.words, o.name FROM checkin_steps s "
    "LEFT JOIN officers o ON o.id = s.officer WHERE s.checkin = ? ORDER BY s.number, s.at"
)


@dataclass(frozen=True, slots=True)
class Step:
    """`name` is None for what the server did."""

    noun: str
    at: datetime
    received_at: datetime
    channel: str
    words: str
    name: str | None


async def steps_of(checkin_id: UUID) -> list[Step]:
    """In the order they came."""
    return [Step(**entry) for entry in await rows(_STEPS, checkin_id)]
