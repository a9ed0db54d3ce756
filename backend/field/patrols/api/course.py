"""The course of a patrol: started, paused, resumed, ended, cancelled, filed. 201 the first time, 200 again."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.patrols import bodies
from backend.field.patrols.api.answering import done
from backend.field.patrols.commands.cancellation import cancel
from backend.field.patrols.commands.end import end
from backend.field.patrols.commands.filing import file
from backend.field.patrols.commands.pauses import pause, resume
from backend.field.patrols.commands.start import start
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

PATH = "/api/v1/patrols/{patrol_id:uuid}"
TAGS = ["patrols"]


@post(f"{PATH}/start", guards=[requires("patrol.write")], tags=TAGS)
async def post_start(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.Act | None] = None
) -> Response[Any]:
    """Start a planned patrol; everybody planned joins."""
    return await done(request, patrol_id, start, data or bodies.Act())


@post(f"{PATH}/pause", guards=[requires("patrol.write")], tags=TAGS)
async def post_pause(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.Pause]
) -> Response[Any]:
    """Interrupt it, with a reason."""
    return await done(request, patrol_id, pause, data)


@post(f"{PATH}/resumption", guards=[requires("patrol.write")], tags=TAGS)
async def post_resumption(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.Act | None] = None
) -> Response[Any]:
    """Go on after a pause."""
    return await done(request, patrol_id, resume, data or bodies.Act())


@post(f"{PATH}/end", guards=[requires("patrol.write")], tags=TAGS)
async def post_end(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.Act | None] = None
) -> Response[Any]:
    """End it on the street; it stays open for corrections until it is filed."""
    return await done(request, patrol_id, end, data or bodies.Act())


@post(f"{PATH}/cancellation", guards=[requires("patrol.write")], tags=TAGS)
async def post_cancellation(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.Cancellation]
) -> Response[Any]:
    """Cancel a patrol that found nothing yet."""
    return await done(request, patrol_id, cancel, data)


@post(f"{PATH}/filing", guards=[requires("patrol.file")], tags=TAGS)
async def post_filing(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.Filing | None] = None
) -> Response[Any]:
    """备案: gives the number; immutable from here."""
    return await done(request, patrol_id, file, data or bodies.Filing())


ROUTES = [post_start, post_pause, post_resumption, post_end, post_cancellation, post_filing]
