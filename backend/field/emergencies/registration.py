"""What other rooms may know of an emergency: reports and tasks begin with it; photos hang on the entries of its log."""

from collections.abc import Collection
from uuid import UUID

from backend.field.emergencies.queries.visible import Named, audience, find, find_among, held
from backend.field.emergencies.rules.access import directs
from backend.foundation.database import batch, row
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, NamedRecord, Record
from backend.foundation.records.audience import Audience
from backend.foundation.web.api import iso

READING = "emergency.read"
_ENTRY = "SELECT emergency, note FROM emergency_entries WHERE id = ?"
_BEGUN = (
    "SELECT id FROM emergencies WHERE township = ? AND received_at >= ? AND received_at <= ? "
    "ORDER BY received_at, id LIMIT ?"
)


async def visible(person: Person, emergency_id: UUID) -> Record | None:
    found = await find(person, emergency_id)
    return _record("emergency", emergency_id, found, open_=found.emergency.open) if found else None


async def visible_among(person: Person, emergency_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [
        _record("emergency", found.emergency.id, found, open_=found.emergency.open)
        for found in await find_among(person, emergency_ids)
    ]


async def visible_entry(person: Person, entry_id: UUID) -> Record | None:
    """An entry: seen by whoever sees its emergency, a note by those who direct. Its photos may come when that is over: phones
    were without a line."""
    entry = await row(_ENTRY, entry_id)
    if entry and entry["note"] and not directs(person):
        return None
    found = await find(person, entry["emergency"]) if entry else None
    return _record("emergency_entry", entry_id, found, open_=True) if found else None


async def hold(emergency_id: UUID) -> None:
    """Keep it from being ended until the transaction ends."""
    await batch([held(emergency_id)])


async def whole_of(entry_id: UUID) -> NamedRecord | None:
    """What an entry is a part of."""
    entry = await row(_ENTRY, entry_id)
    return ("emergency", entry["emergency"]) if entry else None


async def audience_of_entry(entry_id: UUID) -> Audience | None:
    """Whoever hears of its emergency; of a note who directs."""
    entry = await row(_ENTRY, entry_id)
    whole = await audience(entry["emergency"]) if entry else None
    if entry is None or whole is None or not entry["note"]:
        return whole
    return Audience(
        whole.version, frozenset(token for token in whole.tokens if not token.startswith("person:"))
    )


def _record(kind: str, record_id: UUID, found: Named, *, open_: bool) -> Record:
    emergency = found.emergency
    return Record(
        kind=kind,
        id=record_id,
        title=f"突发事件处置：{emergency.title}",
        url=f"/emergencies/{emergency.id}",
        township=emergency.township,
        open=open_,
        chain=emergency.township,
        facts={
            "number": "",
            "address": emergency.address,
            "text": "",
            "position": emergency.position,
            "found_at": iso(emergency.happened_at),
            "exercise": emergency.exercise,
        },
        closed_at=None if open_ else emergency.ended_at,
    )


EMERGENCIES = Kind(
    "emergency",
    "突发事件处置",
    visible,
    hold=hold,
    audience=audience,
    reading=READING,
    visible_among=visible_among,
    begun=_BEGUN,
)
EMERGENCY_ENTRIES = Kind(
    "emergency_entry",
    "突发事件处置记录",
    visible_entry,
    audience=audience_of_entry,
    reading=READING,
    within=whole_of,
)
