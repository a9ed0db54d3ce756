"""电话名单 of a township: who is called when nobody answers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

_COLUMNS = "id, township, name, position, phone, rank, removed_at, version"


@dataclass(frozen=True, slots=True)
class Contact:
    """One line of the list; `rank`: in which place it is called."""

    id: UUID
    township: UUID
    name: str
    position: str
    phone: str
    rank: int
    removed_at: datetime | None
    version: int


async def contacts_of(township: UUID | None) -> list[Contact]:
    """In the order they are called."""
    found = await rows(
        f"SELECT {_COLUMNS} FROM alarm_contacts WHERE township = ? AND removed_at IS NULL ORDER BY rank, name, id",
        township,
    )
    return [Contact(**entry) for entry in found]


async def visible(person: Person, contact_id: UUID) -> Contact:
    """One line of the person's own township, also when it was taken off; refuses a stranger's `not_found`."""
    found = await row(
        f"SELECT {_COLUMNS} FROM alarm_contacts WHERE id = ? AND township = ?", contact_id, person.township_id
    )
    if found is None:
        raise Refusal("not_found")
    return Contact(**found)
