"""Writing down who is borrowed, deciding, gone, back; reading one and listing them."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.foundation.now import now
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preference
from backend.foundation.web.api import answer, listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.absences.bodies import BorrowingBody, Decision, Ended, OnDay, Refused
from backend.office.absences.commands import borrowing
from backend.office.absences.queries.borrowings import load, page_of
from backend.office.absences.rules.borrowing import LONG
from backend.office.absences.showing import borrowing_json

PATH = "/api/v1/borrowings/{borrowing_id:uuid}"
TAGS = ["absences"]
B = TypeVar("B")


@put(PATH, guards=[requires("borrowing.write")], tags=TAGS)
async def put_borrowing(
    request: SignedRequest, borrowing_id: FromPath[UUID], data: JSONBody[BorrowingBody]
) -> Response[Any]:
    """Write down that a department wants somebody, or took them already; leaders are told."""
    return await _done(request, borrowing_id, borrowing.note, data)


@post(f"{PATH}/approval", guards=[requires("borrowing.decide")], tags=TAGS)
async def post_borrowing_approval(
    request: SignedRequest, borrowing_id: FromPath[UUID], data: JSONBody[Decision]
) -> Response[Any]:
    """同意, by the township; never by who is borrowed or wrote it down."""
    return await _done(request, borrowing_id, borrowing.approve, data)


@post(f"{PATH}/refusal", guards=[requires("borrowing.decide")], tags=TAGS)
async def post_borrowing_refusal(
    request: SignedRequest, borrowing_id: FromPath[UUID], data: JSONBody[Refused]
) -> Response[Any]:
    """不同意, with the reason."""
    return await _done(request, borrowing_id, borrowing.refuse, data)


@post(f"{PATH}/withdrawal", guards=[requires("borrowing.write")], tags=TAGS)
async def post_borrowing_withdrawal(
    request: SignedRequest, borrowing_id: FromPath[UUID], data: JSONBody[Ended]
) -> Response[Any]:
    """撤回, while nobody has gone."""
    return await _done(request, borrowing_id, borrowing.withdraw, data)


@post(f"{PATH}/departure", guards=[requires("borrowing.write")], tags=TAGS)
async def post_borrowing_departure(
    request: SignedRequest, borrowing_id: FromPath[UUID], data: JSONBody[OnDay]
) -> Response[Any]:
    """On which day the person went; without approval that is 随意抽调."""
    return await _done(request, borrowing_id, borrowing.leave, data)


@post(f"{PATH}/return", guards=[requires("borrowing.write")], tags=TAGS)
async def post_borrowing_return(
    request: SignedRequest, borrowing_id: FromPath[UUID], data: JSONBody[OnDay]
) -> Response[Any]:
    """返回: the first day the person is here again."""
    return await _done(request, borrowing_id, borrowing.come_back, data)


@get(PATH, guards=[requires("absence.read")], tags=TAGS)
async def get_borrowing(request: SignedRequest, borrowing_id: FromPath[UUID]) -> dict[str, Any]:
    """One borrowing with what is wrong with it."""
    return await _shown(request.user, borrowing_id, now())


@get("/api/v1/borrowings", guards=[requires("absence.read")], tags=TAGS)
async def get_borrowings(
    request: SignedRequest, cursor: FromQuery[str] = "", limit: FromQuery[int] = 50
) -> dict[str, Any]:
    """One's own and those of the people one looks after, newest first."""
    wanted, at, person = read_limit(limit), now(), request.user
    found = await page_of(person, read_cursor(cursor), wanted)
    page, more = paged(found, wanted, lambda named: (named.borrowing.received_at, named.borrowing.id))
    long_days = await preference(person.township_id, LONG)
    items = [borrowing_json(named, long_days, at) for named in page]
    return listing(items, more)


async def _done(
    request: SignedRequest,
    borrowing_id: UUID,
    command: Callable[[Sender, UUID, B], Awaitable[Received]],
    data: B,
) -> Response[Any]:
    sender = sender_of(request)
    received = await command(sender, borrowing_id, data)
    return answer(received, await _shown(sender.person, borrowing_id, sender.at))


async def _shown(person: Person, borrowing_id: UUID, at: datetime) -> dict[str, Any]:
    long_days = await preference(person.township_id, LONG)
    return borrowing_json(await load(person, borrowing_id), long_days, at)


ROUTES = [
    put_borrowing,
    post_borrowing_approval,
    post_borrowing_refusal,
    post_borrowing_withdrawal,
    post_borrowing_departure,
    post_borrowing_return,
    get_borrowing,
    get_borrowings,
]
