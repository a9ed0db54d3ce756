"""Adding a thing, handing it out and back, mending it, using it no more; reading one and listing them."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.foundation.now import now
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.equipment.bodies import Back, HandOut, Mended, Retired, ThingBody
from backend.office.equipment.commands import keeping, lending
from backend.office.equipment.queries.things import load, page_of
from backend.office.equipment.showing import thing_json

PATH = "/api/v1/equipment/{thing_id:uuid}"
TAGS = ["equipment"]
B = TypeVar("B")


@put(PATH, guards=[requires("equipment.manage")], tags=TAGS)
async def put_thing(
    request: SignedRequest, thing_id: FromPath[UUID], data: JSONBody[ThingBody]
) -> Response[Any]:
    """A new thing of one's unit; its label is made with it."""
    return await _done(request, thing_id, keeping.add, data)


@post(f"{PATH}/loans", guards=[requires("equipment.take")], tags=TAGS)
async def post_loan(
    request: SignedRequest, thing_id: FromPath[UUID], data: JSONBody[HandOut]
) -> Response[Any]:
    """领用: into one pair of hands."""
    return await _done(request, thing_id, lending.hand_out, data)


@post(f"{PATH}/return", guards=[requires("equipment.take")], tags=TAGS)
async def post_thing_return(
    request: SignedRequest, thing_id: FromPath[UUID], data: JSONBody[Back]
) -> Response[Any]:
    """归还, with what is broken."""
    return await _done(request, thing_id, lending.take_back, data)


@post(f"{PATH}/repair", guards=[requires("equipment.manage")], tags=TAGS)
async def post_repair(
    request: SignedRequest, thing_id: FromPath[UUID], data: JSONBody[Mended]
) -> Response[Any]:
    """修好了."""
    return await _done(request, thing_id, keeping.mend, data)


@post(f"{PATH}/retirement", guards=[requires("equipment.manage")], tags=TAGS)
async def post_retirement(
    request: SignedRequest, thing_id: FromPath[UUID], data: JSONBody[Retired]
) -> Response[Any]:
    """停用, with the reason."""
    return await _done(request, thing_id, keeping.retire, data)


@get(PATH, guards=[requires("equipment.read")], tags=TAGS)
async def get_thing(request: SignedRequest, thing_id: FromPath[UUID]) -> dict[str, Any]:
    """One thing with who has it."""
    return thing_json(await load(request.user, thing_id), now())


@get("/api/v1/equipment", guards=[requires("equipment.read")], tags=TAGS)
async def get_equipment(
    request: SignedRequest, cursor: FromQuery[str] = "", limit: FromQuery[int] = 50
) -> dict[str, Any]:
    """Everything of the township, retired things too, newest first."""
    wanted, at = read_limit(limit), now()
    found = await page_of(request.user, read_cursor(cursor), wanted)
    page, more = paged(found, wanted, lambda named: (named.thing.received_at, named.thing.id))
    return listing([thing_json(named, at) for named in page], more)


async def _done(
    request: SignedRequest, thing_id: UUID, command: Callable[[Sender, UUID, B], Awaitable[Received]], data: B
) -> Response[Any]:
    sender = sender_of(request)
    received = await command(sender, thing_id, data)
    return answer(received, thing_json(await load(sender.person, thing_id), sender.at))


ROUTES = [put_thing, post_loan, post_thing_return, post_repair, post_retirement, get_thing, get_equipment]
