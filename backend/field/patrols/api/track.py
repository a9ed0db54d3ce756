"""POST of a track: each fix once per device and seq."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.patrols.bodies import TrackBody
from backend.field.patrols.commands.track import receive
from backend.field.patrols.queries.track import version_of
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post("/api/v1/patrols/{patrol_id:uuid}/track", guards=[requires("patrol.write")], tags=["patrols"])
async def post_track(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[TrackBody]
) -> Response[Any]:
    """Send fixes, also again; `held` is the highest seq up to which none is missing (-1: not even the first)."""
    received, held = await receive(sender_of(request), patrol_id, data)
    return answer(received, {"held": held, "version": await version_of(patrol_id)})


ROUTES = [post_track]
