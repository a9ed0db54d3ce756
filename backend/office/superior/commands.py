"""Setting the superior command: an event of the township's journal."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.foundation.database import UniqueBroken, execute, rows, transaction
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.superior.queries import Standing, standing_of
from backend.office.superior.rules import Superior

_INSERT = "INSERT INTO superior_commands (id, township, name, phone, url, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
_UPDATE = (
    "UPDATE superior_commands SET name = ?, phone = ?, url = ?, changed_by = ?, changed_at = ? "
    "WHERE township = ? AND changed_at = ? RETURNING id"
)


async def change(township: UUID, wanted: Superior, *, seen: str, by: Person, at: datetime) -> None:
    """Refuses `changed_elsewhere` where something else stands than what was `seen`."""
    try:
        async with transaction():
            standing = await standing_of(township)
            if standing.seen != seen:
                raise Refusal("changed_elsewhere")
            if standing.superior != wanted:
                await _write(township, standing, wanted, by, at)
    except UniqueBroken:
        raise Refusal("changed_elsewhere") from None


async def _write(township: UUID, standing: Standing, wanted: Superior, by: Person, at: datetime) -> None:
    said = (wanted.name, wanted.phone, wanted.url)
    if standing.changed_at is None:
        await rows(_INSERT, uuid4(), township, *said, by.id, at)
    elif not await execute(_UPDATE, *said, by.id, at, township, standing.changed_at):
        raise Refusal("changed_elsewhere")
    record(
        "superior.changed",
        chain=township,
        record=("township", township),
        by=by.id,
        payload={"name": wanted.name, "phone": wanted.phone, "url": wanted.url},
    )
