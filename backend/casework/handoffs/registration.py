"""What other rooms may know of a handoff: photos and material hang on it."""

from collections.abc import Collection
from uuid import UUID

from backend.casework.handoffs.queries.audience import audience, audience_of_photos
from backend.casework.handoffs.queries.visible import Case, find, find_among
from backend.casework.handoffs.rules.states import ENDED
from backend.foundation.database.access import Statement
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record


async def visible(person: Person, handoff_id: UUID) -> Record | None:
    """The handoff as a subject of photos; `number` is written on their copies."""
    case = await find(person, handoff_id)
    return _record(case) if case else None


async def visible_among(person: Person, handoff_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record(case) for case in await find_among(person, handoff_ids)]


def _record(case: Case) -> Record:
    handoff = case.handoff
    closed = handoff.state in ENDED
    return Record(
        kind="handoff",
        id=handoff.id,
        title=f"移送：{handoff.title}",
        url=f"/handoffs/{handoff.id}",
        township=handoff.township,
        open=case.side == "sender" and not closed,
        chain=handoff.township,
        facts={"number": handoff.number, "address": handoff.address},
        closed_at=None,
        # The addressee has what was sent along: the checklist of its sending, not what lies about the draft.
        photos_seen=case.side == "sender",
    )


def carrying(photo_id: UUID) -> Statement:
    """Those that have it on their checklist."""
    return "SELECT DISTINCT handoff AS id FROM handoff_materials WHERE photo = ? AND removed_at IS NULL", [
        photo_id
    ]


_BEGUN = (
    "SELECT id FROM handoffs WHERE township = ? AND received_at >= ? AND received_at <= ? "
    "ORDER BY received_at, id LIMIT ?"
)
HANDOFFS = Kind(
    "handoff",
    "移送",
    visible,
    audience=audience,
    reading="handoff.read",
    audience_of_photos=audience_of_photos,
    visible_among=visible_among,
    begun=_BEGUN,
    carrying=carrying,
)
