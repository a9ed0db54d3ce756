"""Asking for leave, deciding, taking it back, 销假; reading one and listing them."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.foundation.now import now
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.web.api import answer, listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.absences.bearing import gaps
from backend.office.absences.bodies import Decision, Ended, LeaveBody, Refused
from backend.office.absences.commands import leaving
from backend.office.absences.queries.leaves import load, page_of
from backend.office.absences.showing import leave_json

PATH = "/api/v1/leaves/{leave_id:uuid}"
TAGS = ["absences"]
B = TypeVar("B")


@put(PATH, guards=[requires("absence.ask")], tags=TAGS)
async def put_leave(
    request: SignedRequest, leave_id: FromPath[UUID], data: JSONBody[LeaveBody]
) -> Response[Any]:
    """Ask for it, for oneself or for somebody one looks after; whoever decides is told."""
    return await _done(request, leave_id, leaving.ask, data)


@post(f"{PATH}/approval", guards=[requires("absence.decide")], tags=TAGS)
async def post_leave_approval(
    request: SignedRequest, leave_id: FromPath[UUID], data: JSONBody[Decision]
) -> Response[Any]:
    """批准: the head of the unit, a leader; nobody their own."""
    return await _done(request, leave_id, leaving.approve, data)


@post(f"{PATH}/refusal", guards=[requires("absence.decide")], tags=TAGS)
async def post_leave_refusal(
    request: SignedRequest, leave_id: FromPath[UUID], data: JSONBody[Refused]
) -> Response[Any]:
    """不批准, with the reason."""
    return await _done(request, leave_id, leaving.refuse, data)


@post(f"{PATH}/withdrawal", guards=[requires("absence.ask")], tags=TAGS)
async def post_leave_withdrawal(
    request: SignedRequest, leave_id: FromPath[UUID], data: JSONBody[Ended]
) -> Response[Any]:
    """撤回, before it has begun."""
    return await _done(request, leave_id, leaving.withdraw, data)


@post(f"{PATH}/return", guards=[requires("absence.ask")], tags=TAGS)
async def post_leave_return(
    request: SignedRequest, leave_id: FromPath[UUID], data: JSONBody[Ended]
) -> Response[Any]:
    """销假: back earlier than was asked for."""
    return await _done(request, leave_id, leaving.come_back, data)


@get(PATH, guards=[requires("absence.read")], tags=TAGS)
async def get_leave(request: SignedRequest, leave_id: FromPath[UUID]) -> dict[str, Any]:
    """One leave, with the shifts it leaves empty."""
    return await _shown(request.user, leave_id, now())


@get("/api/v1/leaves", guards=[requires("absence.read")], tags=TAGS)
async def get_leaves(
    request: SignedRequest, cursor: FromQuery[str] = "", limit: FromQuery[int] = 50
) -> dict[str, Any]:
    """One's own and those of the people one looks after, newest first."""
    wanted, at = read_limit(limit), now()
    found = await page_of(request.user, read_cursor(cursor), wanted)
    page, more = paged(found, wanted, lambda named: (named.leave.received_at, named.leave.id))
    return listing([leave_json(named, at) for named in page], more)


async def _done(
    request: SignedRequest, leave_id: UUID, command: Callable[[Sender, UUID, B], Awaitable[Received]], data: B
) -> Response[Any]:
    sender = sender_of(request)
    received = await command(sender, leave_id, data)
    return answer(received, await _shown(sender.person, leave_id, sender.at))


async def _shown(person: Person, leave_id: UUID, at: datetime) -> dict[str, Any]:
    named = await load(person, leave_id)
    leave = named.leave
    empty = await gaps(leave.officer, max(leave.begins_at, at), leave.ends_at) if leave.ends_at > at else []
    return leave_json(named, at, empty)


ROUTES = [
    put_leave,
    post_leave_approval,
    post_leave_refusal,
    post_leave_withdrawal,
    post_leave_return,
    get_leave,
    get_leaves,
]
