"""The code of a place: a new one makes the one that hangs there worthless."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.foundation.database import rows, transaction
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.duty.turnout.queries.codes import coded_place

_END = "UPDATE place_codes SET ended_at = ? WHERE place = ? AND ended_at IS NULL"
_MAKE = "INSERT INTO place_codes (id, place, made_by, made_at) VALUES (?, ?, ?, ?)"


async def renew_code(place_id: UUID, person: Person, at: datetime) -> None:
    """Out of 122 random bits. Refuses a stranger's `not_found`."""
    async with transaction():
        place = await coded_place(person.township_id, place_id)
        if place is None:
            raise Refusal("not_found")
        await rows(_END, at, place.id)
        await rows(_MAKE, uuid4(), place.id, person.id, at)
        # The journal is read by more people than stand at the place: it says that there is a new one, never which.
        record(
            "place.code",
            chain=person.chain,
            record=("place", place.id),
            by=person.id,
            payload={"name": place.name},
        )
