"""PUT, GET and PATCH of patrols."""

from typing import Any

from litestar import Response, get, patch, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from backend.field.patrols.api.answering import answered, record_id
from backend.field.patrols.api.narrowing import narrowing
from backend.field.patrols.bodies import PatrolBody, PatrolChange
from backend.field.patrols.commands.change import change
from backend.field.patrols.commands.creation import create
from backend.field.patrols.formats import written
from backend.field.patrols.queries.ledger import page_of
from backend.field.patrols.queries.sheet import sheet
from backend.field.patrols.rules.filters import Filters
from backend.field.patrols.showing import line_json, patrol_json
from backend.foundation.now import now
from backend.foundation.preferences import preferences
from backend.foundation.web.api import LIMIT, listing, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

TAGS = ["patrols"]


@put("/api/v1/patrols/{patrol:str}", guards=[requires("patrol.write")], tags=TAGS)
async def put_patrol(
    request: SignedRequest, patrol: FromPath[str], data: JSONBody[PatrolBody]
) -> Response[Any]:
    """Create a patrol: planned, started, or over. The same again answers 200 with its present state."""
    sender, patrol_id = sender_of(request), record_id(patrol)
    received, page = await create(sender, patrol_id, data)
    return await answered(sender, received, patrol_id, page)


@get("/api/v1/patrols/{patrol:str}", guards=[requires("patrol.read")], tags=TAGS)
async def get_patrol(request: SignedRequest, patrol: FromPath[str]) -> Response[Any]:
    """One patrol with everything on its page; with `.geojson`, `.gpx` or `.pdf` after its id, as a file."""
    name, _, ending = patrol.partition(".")
    patrol_id = record_id(name)
    if ending:
        return await written(request.user, patrol_id, ending)
    at = now()
    return Response(patrol_json(await sheet(request.user, patrol_id, at), at))


@get("/api/v1/patrols", guards=[requires("patrol.read")], tags=TAGS, dependencies={"filters": narrowing})
async def get_patrols(
    request: SignedRequest,
    filters: NamedDependency[Filters],
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = LIMIT,
) -> dict[str, Any]:
    """The ledger as data, newest first."""
    person, at = request.user, now()
    settings = await preferences(person.township_id)
    page, more = await page_of(
        person, filters, read_cursor(cursor), read_limit(limit), at=at, settings=settings
    )
    items = [line_json(patrol, at, settings) for patrol in page]
    return listing(items, more)


@patch("/api/v1/patrols/{patrol:str}", guards=[requires("patrol.write")], tags=TAGS)
async def patch_patrol(
    request: SignedRequest, patrol: FromPath[str], data: JSONBody[PatrolChange]
) -> Response[Any]:
    """Change an open patrol: 200; what was made before a filing and arrives after it becomes a late addendum: 201."""
    sender, patrol_id = sender_of(request), record_id(patrol)
    received = await change(sender, patrol_id, data)
    return await answered(sender, received, patrol_id)


ROUTES = [put_patrol, get_patrol, get_patrols, patch_patrol]
