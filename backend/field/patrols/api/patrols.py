"""PUT, GET and PATCH of patrols."""

from typing import Any

from litestar import Response, get, patch, put
from litestar.params import FromPath, JSONBody

from backend.field.patrols.api.answering import answered, record_id
from backend.field.patrols.bodies import PatrolBody, PatrolChange
from backend.field.patrols.commands.change import change
from backend.field.patrols.commands.creation import create
from backend.field.patrols.queries.sheet import sheet
from backend.field.patrols.showing import patrol_json
from backend.foundation.now import now
from backend.foundation.web.api import sender_of
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
    """One patrol with everything on its page."""
    at = now()
    return Response(patrol_json(await sheet(request.user, record_id(patrol), at), at))


@patch("/api/v1/patrols/{patrol:str}", guards=[requires("patrol.write")], tags=TAGS)
async def patch_patrol(
    request: SignedRequest, patrol: FromPath[str], data: JSONBody[PatrolChange]
) -> Response[Any]:
    """Change an open patrol: 200; what was made before a filing and arrives after it becomes a late addendum: 201."""
    sender, patrol_id = sender_of(request), record_id(patrol)
    received = await change(sender, patrol_id, data)
    return await answered(sender, received, patrol_id)


ROUTES = [put_patrol, get_patrol, patch_patrol]
