"""提出请求: the record is made and every asked body has it, in one act; a 书面通知 goes out as a paper or follows a call."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.casework.on_behalf import spoken_with
from backend.casework.requests.bodies import RequestBody
from backend.casework.requests.commands import limits
from backend.casework.requests.commands.telling import tell_asked
from backend.casework.requests.commands.writing import (
    COLUMNS,
    INSERT,
    INSERT_PARTY,
    PARTY_COLUMNS,
    Step,
    add_step,
    write,
)
from backend.casework.requests.papers import issued
from backend.casework.requests.queries.addressees import Reach, chosen
from backend.casework.requests.queries.visible import Named, load
from backend.casework.requests.rules.content import judge
from backend.casework.requests.rules.kinds import NOTICE, may_ask
from backend.casework.requests.rules.request import Party, Request
from backend.foundation.clocks.named import minute
from backend.foundation.database import batch, row
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.people.queries import own_body
from backend.foundation.records.origins import sent_origin
from backend.foundation.search import indexing


async def ask(sender: Sender, request_id: UUID, body: RequestBody) -> Received:
    """201 the first time. Refuses `invalid`, `not_allowed`, `request_addressee`, and as any PUT; a 书面通知 as letters are
    refused."""

    async def create() -> Entry:
        to = await _judged(sender, body)
        request, parties = await _made(sender, request_id, body, to)
        await _inserted(request, parties, [each.body.name for each in to])
        found = await load(sender.person, request_id)
        for party in parties:
            await limits.run_answer(request, party, found.profile)
        await tell_asked(sender, request, parties)
        if request.kind == NOTICE:
            request = await _noticed(sender, found, body)
        said = {"text": request.words, "due_at": request.due_at}
        told = {"to": "、".join(each.body.name for each in to)}
        step = Step(noun="asked", at=sender.at, unit=sender.person.unit_id, said=said, told=told)
        return await add_step(sender, request, step)

    async def state() -> str:
        found = await row("SELECT state FROM requests WHERE id = ?", request_id)
        return "gone" if found and found["state"] == "withdrawn" else "conflict"

    return await receive_put(sender.person, "request", request_id, body, create=create, state=state)


async def _judged(sender: Sender, body: RequestBody) -> list[Reach]:
    """Whom it goes to, once all that is said holds."""
    may_ask(sender.person, body.kind)
    judge(body, sender.at)
    to = await chosen(sender.person, body.kind, body.to)
    await sent_origin(sender.person, body.origin)
    return to


async def _made(
    sender: Sender, request_id: UUID, body: RequestBody, to: list[Reach]
) -> tuple[Request, list[Party]]:
    person = sender.person
    township = person.township_id or to[0].township
    assert township is not None  # a department asks a township's body
    request = Request(
        id=request_id,
        township=township,
        kind=body.kind,
        from_unit=person.unit_id,
        body=await own_body(person),
        origin_kind=body.origin.kind if body.origin else "",
        origin_id=body.origin.id if body.origin else None,
        title=body.title.strip(),
        words=body.words.strip(),
        address=(body.address or "").strip(),
        starts_at=body.starts_at,
        ends_at=body.ends_at,
        head_count=body.head_count,
        urgent=body.urgent,
        due_at=minute(body.due_at),
        called_at=_called_at(sender, body),
        letter=None,
        created_by=person.id,
        **sender.stamps(body.made_at),
        state="open",
        state_at=sender.at,
        ended_at=None,
        version=1,
    )
    return request, [_party(request, number, each) for number, each in enumerate(to, 1)]


def _party(request: Request, number: int, to: Reach) -> Party:
    return Party(
        id=uuid4(),
        request=request.id,
        unit=to.body.id,
        number=number,
        state="asked",
        state_at=request.received_at,
        asked_at=request.received_at,
        due_at=request.due_at,
        answered_at=None,
        version=1,
    )


def _called_at(sender: Sender, body: RequestBody) -> datetime | None:
    """When the township was told by telephone; refuses `time_in_future`."""
    if body.call is None:
        return None
    sender.happened(body.call.at, "call.at")
    return sender.acted_at(body.call.at)


async def _inserted(request: Request, parties: list[Party], names: list[str]) -> None:
    words = [request.title, request.words, request.address, *names]
    await batch(
        [
            (INSERT, [getattr(request, name) for name in COLUMNS]),
            *((INSERT_PARTY, [getattr(each, name) for name in PARTY_COLUMNS]) for each in parties),
            indexing("request", request.id, request.township, words),
        ]
    )


async def _noticed(sender: Sender, found: Named, body: RequestBody) -> Request:
    """The paper at once, or the call on record and the paper within its limit."""
    request = found.request
    if body.call is None or request.called_at is None:
        letter = await issued(sender, found, number=body.number, signed_by=body.signed_by)
        return await write(request, {"letter": letter.id})
    await limits.run_paper(request, found.asked[0].party.unit, found.profile, request.called_at)
    said = spoken_with(body.call)
    await add_step(
        sender, request, Step(noun="calls", at=request.called_at, unit=sender.person.unit_id, said=said)
    )
    return request
