"""What other rooms may know of a request: its limits run on it and on the part of each body that is asked, photos hang on
what was recorded on behalf of one."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from backend.casework.requests.queries.audience import audience, audience_of_party
from backend.casework.requests.queries.visible import Named, find, find_among, held
from backend.foundation.database import batch, row, rows
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, NamedRecord, Record
from backend.foundation.records.audience import Audience

_PARTY = "SELECT request FROM request_parties WHERE id = ?"
_STEP = "SELECT party FROM request_steps WHERE id = ? AND party IS NOT NULL"


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


async def visible_step(person: Person, step_id: UUID) -> Record | None:
    """A step on one body's part: seen by whoever sees that part."""
    party = await _party_of(step_id)
    part = await visible_part(person, party) if party else None
    return replace(part, kind="request_step", id=step_id) if part else None


async def hold_step(step_id: UUID) -> None:
    """The same for its request."""
    party = await _party_of(step_id)
    if party is not None:
        await hold_part(party)


async def part_of(step_id: UUID) -> NamedRecord | None:
    """What the step belongs to."""
    party = await _party_of(step_id)
    return ("request_party", party) if party else None


async def audience_of_step(step_id: UUID) -> Audience | None:
    """Whoever hears of that body's part."""
    party = await _party_of(step_id)
    return await audience_of_party(party) if party else None


async def _party_of(step_id: UUID) -> UUID | None:
    step = await row(_STEP, step_id)
    return step["party"] if step else None


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
    hold=hold,
    audience=audience,
    reading="request.read",
    visible_among=visible_among,
)
REQUEST_PARTIES = Kind(
    "request_party",
    "协作请求的答复",
    visible_part,
    hold=hold_part,
    audience=audience_of_party,
    reading="request.read",
    visible_among=visible_parts,
    within=request_of,
)
REQUEST_STEPS = Kind(
    "request_step",
    "协作请求的代录",
    visible_step,
    hold=hold_step,
    audience=audience_of_step,
    reading="request.read",
    within=part_of,
)
