"""A month: begun, its shifts made from the posts, drafted, published."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.web.api import answer, listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands.drafting import Drafting, draft_month
from backend.office.duty.commands.making import Making, MonthBody, begin_month, make_again
from backend.office.duty.commands.publishing import Publishing, publish
from backend.office.duty.queries.rosters import Roster, load_roster, page_of
from backend.office.duty.queries.shifts import shifts_of
from backend.office.duty.showing import roster_json

PATH = "/api/v1/rosters/{roster_id:uuid}"
TAGS = ["duty"]
PLAN = [requires("duty.plan")]


@put(PATH, guards=PLAN, tags=TAGS)
async def put_roster(
    request: SignedRequest, roster_id: FromPath[UUID], data: JSONBody[MonthBody]
) -> Response[Any]:
    """Begin a month: a draft with every shift the posts ask for."""
    sender = sender_of(request)
    return await _answer(sender, roster_id, await begin_month(sender, roster_id, data))


@post(f"{PATH}/making", guards=PLAN, tags=TAGS)
async def post_making(
    request: SignedRequest, roster_id: FromPath[UUID], data: JSONBody[Making]
) -> Response[Any]:
    """Bring a draft's shifts to what the posts say now."""
    sender = sender_of(request)
    return await _answer(sender, roster_id, await make_again(sender, roster_id, data))


@post(f"{PATH}/draft", guards=PLAN, tags=TAGS)
async def post_draft(
    request: SignedRequest, roster_id: FromPath[UUID], data: JSONBody[Drafting]
) -> Response[Any]:
    """Put people on the shifts; what was put by hand stays. Takes some seconds."""
    sender = sender_of(request)
    return await _answer(sender, roster_id, await draft_month(sender, roster_id, data))


@post(f"{PATH}/publication", guards=PLAN, tags=TAGS)
async def post_publication(
    request: SignedRequest, roster_id: FromPath[UUID], data: JSONBody[Publishing]
) -> Response[Any]:
    """发布: it holds, and everybody on it is told."""
    sender = sender_of(request)
    return await _answer(sender, roster_id, await publish(sender, roster_id, data))


@get(PATH, guards=[requires("duty.read")], tags=TAGS)
async def get_roster(request: SignedRequest, roster_id: FromPath[UUID]) -> dict[str, Any]:
    """A month with all of its shifts; a draft only to those who plan."""
    return await _shown(request.user, roster_id)


@get("/api/v1/rosters", guards=[requires("duty.read")], tags=TAGS)
async def get_rosters(
    request: SignedRequest, cursor: FromQuery[str] = "", limit: FromQuery[int] = 50
) -> dict[str, Any]:
    """The months, the latest first."""
    wanted = read_limit(limit)
    found = await page_of(request.user, read_cursor(cursor), wanted)
    page, more = paged(found, wanted, _place)
    return listing([roster_json(each) for each in page], more)


def _place(roster: Roster) -> tuple[datetime, UUID]:
    return datetime.combine(roster.month, time(), UTC), roster.id


async def _answer(sender: Sender, roster_id: UUID, received: Received) -> Response[Any]:
    return answer(received, await _shown(sender.person, roster_id))


async def _shown(person: Person, roster_id: UUID) -> dict[str, Any]:
    return roster_json(await load_roster(person, roster_id), await shifts_of(roster_id))


ROUTES = [put_roster, post_making, post_draft, post_publication, get_roster, get_rosters]
