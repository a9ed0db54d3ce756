"""What other rooms may know of a request: its limits run on it and on the part of each body that is asked."""

from collections.abc import Collection
from uuid import UUID

from backend.casework.requests.queries.audience import audience, audience_of_party
from backend.casework.requests.queries.visible import Named, find, find_among, held
from backend.foundation.database import batch, row, rows
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, NamedRecord, Record

_PARTY = "SELECT request FROM request_parties WHERE id = ?"


async def visible(person: Person, request_id: UUID) -> Record | None:
    """The request, as a task may follow from it."""
    found = await find(person, request_id)
    return _record(found, "request", request_id) if found else None


async def visible_among(person: Person, request_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record(found, "request", found.request.id) for found in await find_among(person, request_ids)]


async def hold(request_id: UUID) -> None:
    """Keep it from being closed until the transaction ends."""
    await batch([held(request_id)])


async def visible_part(person: Person, party_id: UUID) -> Record | None:
    """One body's part: seen by who asked and by that body."""
    found = await visible_parts(person, [party_id])
    return found[0] if found else None


async def visible_parts(person: Person, party_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible_part` would show."""
    marks = ", ".join("?" * len(party_ids))
    parts = await rows(f"SELECT DISTINCT request FROM request_parties WHERE id IN ({marks})", *party_ids)
    found = await find_among(person, [each["request"] for each in parts]) if parts else []
    return [
        _record(named, "request_party", each.party.id)
        for named in found
        for each in named.asked
        if each.party.id in party_ids
    ]


async def hold_part(party_id: UUID) -> None:
    """The same for its request."""
    part = await row(_PARTY, party_id)
    if part is not None:
        await hold(part["request"])


async def request_of(party_id: UUID) -> NamedRecord | None:
    """What the part belongs to."""
    part = await row(_PARTY, party_id)
    return ("request", part["request"]) if part else None


async def changed(_: UUID) -> None:
    """Nothing is kept about what hangs on a request."""


def _record(found: Named, kind: str, record_id: UUID) -> Record:
    request = found.request
    return Record(
        kind=kind,
        id=record_id,
        title=request.heading,
        url=f"/requests/{request.id}",
        township=request.township,
        open=request.open,
        chain=request.township,
        facts={"number": "", "address": request.address, "text": request.words},
        closed_at=request.ended_at,
    )


REQUESTS = Kind(
    "request",
    "协作请求",
    visible,
    changed,
    hold,
    audience,
    reading="request.read",
    visible_among=visible_among,
)
REQUEST_PARTIES = Kind(
    "request_party",
    "协作请求的答复",
    visible_part,
    changed,
    hold_part,
    audience_of_party,
    reading="request.read",
    visible_among=visible_parts,
    within=request_of,
)
