"""The private link under which a person's limits appear in the calendar of their telephone; one at a time."""

import secrets
from datetime import datetime

from backend.foundation.database import batch, row, rows, transaction, turns
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from
from backend.foundation.people.permissions import may
from backend.foundation.people.sessions import digest_of

_OPEN = "SELECT created_at FROM calendar_feeds WHERE officer = ? AND ended_at IS NULL"
_END = "UPDATE calendar_feeds SET ended_at = ? WHERE officer = ? AND ended_at IS NULL"
_BEGIN = "INSERT INTO calendar_feeds (id, officer, created_at) VALUES (?, ?, ?)"
_OWNER = (
    f"SELECT {PERSON_COLUMNS} FROM calendar_feeds f JOIN officers o ON o.id = f.officer {PERSON_JOINS} "
    "WHERE f.id = ? AND f.ended_at IS NULL AND o.left_at IS NULL"
)


async def issue(person: Person, at: datetime) -> str:
    """The secret part of a new link, of which only the digest is kept; the link before it ends."""
    secret = secrets.token_urlsafe(24)
    begun = (_BEGIN, [digest_of(secret), person.id, at])
    async with transaction():
        await batch([*turns(person.id), (_END, [at, person.id]), begun])
    return secret


async def end(person: Person, at: datetime) -> None:
    """Take the link back; nothing where there is none."""
    await rows(_END, at, person.id)


async def open_since(person: Person) -> datetime | None:
    """When the link that opens now was made; None where there is none."""
    found = await row(_OPEN, person.id)
    return found["created_at"] if found else None


async def owner_of(secret: str) -> Person | None:
    """Whose limits the link shows; None once it was taken back or the person has left or lost the right."""
    found = await row(_OWNER, digest_of(secret))
    person = person_from(found) if found else None
    return person if person and may(person, "deadlines.read") else None
