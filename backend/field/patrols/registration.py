"""What other rooms may know of a patrol, and what it recounts when something is hung on it."""

from collections.abc import Collection
from uuid import UUID

from backend.field.patrols.queries.audience import audience
from backend.field.patrols.queries.visible import find, find_among
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import batch, locking
from backend.foundation.database.access import Statement
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record

_RECOUNT = (
    "UPDATE patrols SET photo_count = (SELECT COUNT(*) FROM photos f WHERE f.removed_at IS NULL AND f.township = "
    "patrols.township AND ((f.subject_kind = 'patrol' AND f.subject_id = patrols.id) OR (f.subject_kind = 'finding' "
    "AND f.subject_id IN (SELECT id FROM findings g WHERE g.patrol = patrols.id AND g.removed_at IS NULL)))) WHERE id = ?"
)


async def visible(person: Person, patrol_id: UUID) -> Record | None:
    """The patrol as a subject of photos; `number` and the crew's units are written on their copies."""
    found = await find(person, patrol_id)
    return _record(found.patrol) if found else None


async def visible_among(person: Person, patrol_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record(patrol) for patrol in await find_among(person, patrol_ids)]


def _record(patrol: Patrol) -> Record:
    return Record(
        kind="patrol",
        id=patrol.id,
        title=patrol.title,
        url=f"/patrols/{patrol.id}",
        township=patrol.township,
        open=patrol.open,
        chain=patrol.township,
        facts={"number": patrol.number or "", "address": "", "patrol": str(patrol.id)},
        closed_at=patrol.filed_at or patrol.cancelled_at,
    )


async def recount(patrol_id: UUID) -> None:
    """Count the photos of the patrol and of its findings anew."""
    # The row first, then the count: one that waited for the row would still count by what it saw before it waited.
    await batch([_held(patrol_id), (_RECOUNT, [patrol_id])])


async def hold(patrol_id: UUID) -> None:
    """Keep it from being filed or cancelled until the transaction ends."""
    await batch([_held(patrol_id)])


def _held(patrol_id: UUID) -> Statement:
    return f"SELECT id FROM patrols p WHERE p.id = ?{locking('p')}", [patrol_id]


PATROLS = Kind(
    "patrol",
    "巡查",
    visible,
    recount,
    hold,
    audience,
    reading="patrol.read",
    visible_among=visible_among,
)
