"""What was said and done on a request; the caller has made sure it may be seen."""

from collections.abc import Collection
from uuid import UUID

from backend.casework.requests.rules.request import Step
from backend.foundation.database import rows

_STEPS = (
    "SELECT s.id, s.party, s.noun, s.at, s.received_at, s.on_behalf, s.speaker, s.speaker_position, s.channel, s.words, "
    "s.people, s.head_count, s.text, s.due_at, o.name, o.position, u.name AS unit_name FROM request_steps s "
    "JOIN officers o ON o.id = s.officer JOIN units u ON u.id = s.unit WHERE s.request = ? "
    "ORDER BY s.received_at, s.number, s.at, s.id"
)


async def steps_of(request_id: UUID, parties: Collection[UUID]) -> list[Step]:
    """In the order they came: those on the whole, and of these parts alone."""
    found = [
        Step(**{**entry, "on_behalf": bool(entry["on_behalf"])}) for entry in await rows(_STEPS, request_id)
    ]
    return [step for step in found if step.party is None or step.party in parties]
