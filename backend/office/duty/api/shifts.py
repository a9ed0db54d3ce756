"""One shift: who stands on it, put there, taken off, replaced; who cannot come, who comes instead."""

from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, JSONBody, QueryParameter

from backend.foundation.now import now
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import answer, listing, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands import editing, standing_in
from backend.office.duty.commands.adding import ShiftBody, add_shift
from backend.office.duty.commands.wishing import Wishing, wish
from backend.office.duty.queries.shifts import load_shift, shifts_between
from backend.office.duty.showing import shift_json

PATH = "/api/v1/shifts/{shift_id:uuid}"
TAGS = ["duty"]
PLAN, STAND = [requires("duty.plan")], [requires("duty.stand")]
LONGEST = timedelta(days=62)
Moment = Annotated[datetime | None, QueryParameter()]


@get("/api/v1/shifts", guards=[requires("duty.read")], tags=TAGS)
async def get_shifts(request: SignedRequest, since: Moment = None, until: Moment = None) -> dict[str, Any]:
    """Those of published months that are on from one moment to another: now and the week to come where nothing is said."""
    first = _aware(since) if since else now()
    last = _aware(until) if until else first + timedelta(days=7)
    if not first <= last <= first + LONGEST:
        raise Refusal("invalid", fields={"until": "在 since 之后，最多62天"})
    found = await shifts_between(request.user.township_id, first, last)
    return listing([shift_json(each) for each in found])


@get(PATH, guards=[requires("duty.read")], tags=TAGS)
async def get_shift(request: SignedRequest, shift_id: FromPath[UUID]) -> dict[str, Any]:
    """One shift with its slots and people."""
    return shift_json(await load_shift(request.user, shift_id))


@put(PATH, guards=PLAN, tags=TAGS)
async def put_shift(
    request: SignedRequest, shift_id: FromPath[UUID], data: JSONBody[ShiftBody]
) -> Response[Any]:
    """One more shift like that of a post, on a day the post is not manned."""
    sender = sender_of(request)
    return await _answer(sender, shift_id, await add_shift(sender, shift_id, data))


@post(f"{PATH}/assignments", guards=PLAN, tags=TAGS)
async def post_assignment(
    request: SignedRequest, shift_id: FromPath[UUID], data: JSONBody[editing.Assigning]
) -> Response[Any]:
    """Somebody onto a slot; 409 `duty_conflict` says what speaks against it."""
    sender = sender_of(request)
    return await _answer(sender, shift_id, await editing.assign(sender, shift_id, data))


@post(f"{PATH}/releases", guards=PLAN, tags=TAGS)
async def post_release(
    request: SignedRequest, shift_id: FromPath[UUID], data: JSONBody[editing.Releasing]
) -> Response[Any]:
    """Somebody off the shift."""
    sender = sender_of(request)
    return await _answer(sender, shift_id, await editing.release(sender, shift_id, data))


@post(f"{PATH}/substitution", guards=PLAN, tags=TAGS)
async def post_substitution(
    request: SignedRequest, shift_id: FromPath[UUID], data: JSONBody[editing.Substituting]
) -> Response[Any]:
    """替班: one in the other's place."""
    sender = sender_of(request)
    return await _answer(sender, shift_id, await editing.substitute(sender, shift_id, data))


@post(f"{PATH}/cancellation", guards=PLAN, tags=TAGS)
async def post_cancellation(
    request: SignedRequest, shift_id: FromPath[UUID], data: JSONBody[editing.Cancelling]
) -> Response[Any]:
    """The shift does not take place."""
    sender = sender_of(request)
    return await _answer(sender, shift_id, await editing.cancel(sender, shift_id, data))


@post(f"{PATH}/sickness", guards=STAND, tags=TAGS)
async def post_sickness(
    request: SignedRequest, shift_id: FromPath[UUID], data: JSONBody[standing_in.CallingIn]
) -> Response[Any]:
    """来不了: one's own slot is empty, and it is said to whom it concerns."""
    sender = sender_of(request)
    return await _answer(sender, shift_id, await standing_in.call_in(sender, shift_id, data))


@post(f"{PATH}/taking", guards=STAND, tags=TAGS)
async def post_taking(
    request: SignedRequest, shift_id: FromPath[UUID], data: JSONBody[standing_in.Taking]
) -> Response[Any]:
    """顶班: onto an empty slot oneself."""
    sender = sender_of(request)
    return await _answer(sender, shift_id, await standing_in.take(sender, shift_id, data))


@post("/api/v1/duty/wishes", guards=STAND, tags=TAGS)
async def post_wishes(request: SignedRequest, data: JSONBody[Wishing]) -> Response[Any]:
    """All of one's wishes for a month, in place of those before."""
    received = await wish(sender_of(request), data)
    return answer(received, {"month": data.month, "off": sorted(data.off), "on": sorted(data.on)})


async def _answer(sender: Sender, shift_id: UUID, received: Received) -> Response[Any]:
    return answer(received, shift_json(await load_shift(sender.person, shift_id)))


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise Refusal("invalid", fields={"since": "时间写上时区，如 2026-11-23T09:00:00+08:00"})
    return moment


ROUTES = [
    get_shifts,
    get_shift,
    put_shift,
    post_assignment,
    post_release,
    post_substitution,
    post_cancellation,
    post_sickness,
    post_taking,
    post_wishes,
]
