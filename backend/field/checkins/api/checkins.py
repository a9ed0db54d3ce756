"""Beginning a visit, 报平安, ending it; reading one and listing them."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.field.checkins.bodies import CheckinBody, Well
from backend.field.checkins.commands import visiting
from backend.field.checkins.queries.steps import steps_of
from backend.field.checkins.queries.visible import load, page_of
from backend.field.checkins.showing import checkin_json, line_json
from backend.foundation.now import now
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.web.api import answer, listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

PATH = "/api/v1/checkins/{checkin_id:uuid}"
TAGS = ["checkins"]


@put(PATH, guards=[requires("checkin.run")], tags=TAGS)
async def put_checkin(
    request: SignedRequest, checkin_id: FromPath[UUID], data: JSONBody[CheckinBody]
) -> Response[Any]:
    """The timer runs: one at a time for each officer."""
    sender = sender_of(request)
    return await _answer(sender, checkin_id, await visiting.begin(sender, checkin_id, data))


@post(f"{PATH}/oks", guards=[requires("checkin.run")], tags=TAGS)
async def post_oks(request: SignedRequest, checkin_id: FromPath[UUID], data: JSONBody[Well]) -> Response[Any]:
    """报平安: the timer begins anew from `at`; an older word changes nothing (200)."""
    sender = sender_of(request)
    return await _answer(sender, checkin_id, await visiting.say_well(sender, checkin_id, data))


@post(f"{PATH}/ending", guards=[requires("checkin.run")], tags=TAGS)
async def post_ending(
    request: SignedRequest, checkin_id: FromPath[UUID], data: JSONBody[Well]
) -> Response[Any]:
    """平安结束: the timer stops."""
    sender = sender_of(request)
    return await _answer(sender, checkin_id, await visiting.end(sender, checkin_id, data))


@get(PATH, guards=[requires("checkin.read")], tags=TAGS)
async def get_checkin(request: SignedRequest, checkin_id: FromPath[UUID]) -> dict[str, Any]:
    """One visit with its timer and everything said and done on it."""
    return await _shown(request.user, checkin_id)


@get("/api/v1/checkins", guards=[requires("checkin.read")], tags=TAGS)
async def get_checkins(
    request: SignedRequest, cursor: FromQuery[str] = "", limit: FromQuery[int] = 50
) -> dict[str, Any]:
    """One's own and those one watches over, newest first."""
    wanted, at = read_limit(limit), now()
    found = await page_of(request.user, read_cursor(cursor), wanted)
    page, more = paged(found, wanted, lambda named: (named.checkin.received_at, named.checkin.id))
    return listing([line_json(named, at) for named in page], more)


async def _answer(sender: Sender, checkin_id: UUID, received: Received) -> Response[Any]:
    return answer(received, await _shown(sender.person, checkin_id))


async def _shown(person: Person, checkin_id: UUID) -> dict[str, Any]:
    named = await load(person, checkin_id)
    return checkin_json(named, await steps_of(checkin_id), now())


ROUTES = [put_checkin, post_oks, post_ending, get_checkin, get_checkins]
