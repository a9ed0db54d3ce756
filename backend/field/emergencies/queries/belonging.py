"""The emergency a record belongs to, as far as this person sees it."""

from datetime import datetime

from backend.field.emergencies.queries.log import entries_of, members_of
from backend.field.emergencies.queries.visible import find
from backend.field.emergencies.rules.log import beats
from backend.foundation.beats import Beat
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.records import NamedRecord

_OF = "SELECT emergency FROM emergency_links WHERE record_kind = ? AND record_id = ? ORDER BY at, id"


async def logged_since(person: Person, record: NamedRecord, after: datetime) -> list[Beat]:
    """What came into its log after that moment; nothing where the record belongs to none."""
    told: list[Beat] = []
    for each in await rows(_OF, *record):
        found = await find(person, each["emergency"])
        if found is not None:
            emergency = found.emergency.id
            told += beats(await entries_of(emergency), await members_of(emergency), after)
    return told
