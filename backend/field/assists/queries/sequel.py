"""What may have come out of a call and is not linked to it yet: begun from it, or made in its township in the days after."""

from datetime import timedelta
from typing import Any, Final

from backend.field.assists.queries.sheet import Sheet
from backend.foundation.database import batch
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_record

LATER: Final = timedelta(days=7)
MOST: Final = 12
_AFTER: Final = "township = ? AND received_at >= ? AND received_at <= ? ORDER BY received_at, id"
_CANDIDATES: Final[dict[str, str]] = {
    "finding": f"SELECT id FROM findings WHERE removed_at IS NULL AND {_AFTER}",
    "handoff": f"SELECT id FROM handoffs WHERE {_AFTER}",
    "hazard": f"SELECT id FROM hazards WHERE {_AFTER}",
    "incident": f"SELECT id FROM incidents WHERE {_AFTER}",
}


async def candidates(person: Person, found: Sheet) -> list[Record]:
    """Those this person may see; nothing for a call that no township is known for."""
    assist = found.called.assist
    if assist.township is None:
        return []
    span: list[Any] = [assist.township, assist.raised_at, assist.received_at + LATER]
    answers = await batch((sql, span) for sql in _CANDIDATES.values())
    linked = {(record.kind, record.id) for record in found.followups}
    named = [
        (kind, entry["id"])
        for kind, entries in zip(_CANDIDATES, answers, strict=True)
        for entry in entries[:MOST]
        if (kind, entry["id"]) not in linked
    ]
    records = [await visible_record(person, kind, record_id) for kind, record_id in named]
    return [record for record in records if record is not None][:MOST]
