"""Everything the page and the API show of one emergency."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.field.emergencies.queries.log import entries_of, members_of
from backend.field.emergencies.queries.visible import Named, load
from backend.field.emergencies.rules.access import directs
from backend.field.emergencies.rules.log import Entry, Line, lines
from backend.field.emergencies.rules.members import Member
from backend.foundation.database import rows
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_records


@dataclass(frozen=True, slots=True)
class Sheet:
    """`entries`: notes only for who directs; `photos` by entry; `links` only those that are the reader's to see."""

    named: Named
    entries: Sequence[Entry]
    lines: list[Line]
    members: list[Member]
    photos: dict[UUID, list[Photo]]
    links: list[Record]

    def own(self, person: Person) -> Member | None:
        """The reader's own stretch on it, unless they have left."""
        return next((each for each in self.members if each.officer == person.id and not each.left_at), None)


async def sheet(person: Person, emergency_id: UUID) -> Sheet:
    """Refuses `not_found` to a stranger."""
    found = await load(person, emergency_id)
    entries = [each for each in await entries_of(emergency_id) if not each.note or directs(person)]
    township = found.emergency.township
    return Sheet(
        found,
        entries,
        lines(entries),
        await members_of(emergency_id),
        await photos_of("emergency_entry", [entry.id for entry in entries], township),
        await visible_records(person, await links_of(emergency_id)),
    )


async def links_of(emergency_id: UUID) -> list[tuple[str, UUID]]:
    """Kind and id of what belongs to it, in the order it was linked."""
    asked = "SELECT record_kind, record_id FROM emergency_links WHERE emergency = ? ORDER BY at, id"
    return [(each["record_kind"], each["record_id"]) for each in await rows(asked, emergency_id)]
