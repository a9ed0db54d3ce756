"""Where a notice leads: to its record, as long as its reader may see it."""

from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.records import visible_record

# What is no record of a room, and the page it is about.
PLACES = {"address": "/me/notices"}


async def leads_to(person: Person, kind: str, record_id: UUID) -> str | None:
    """The address of the page; None where there is nothing this person may see."""
    if kind in PLACES:
        return PLACES[kind]
    record = await visible_record(person, kind, record_id)
    return record.url if record else None
