"""Who was there and how they looked: crew, attendance, conduct, recorders, places passed."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.patrols import bodies
from backend.field.patrols.api.answering import answered, done
from backend.field.patrols.commands.attendance import confirm
from backend.field.patrols.commands.conduct import check
from backend.field.patrols.commands.crew import join, leave
from backend.field.patrols.commands.passings import tap
from backend.field.patrols.commands.recordings import enter
from backend.foundation.web.api import sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

PATH = "/api/v1/patrols/{patrol_id:uuid}"
TAGS = ["patrols"]


@post(f"{PATH}/crew", guards=[requires("patrol.write")], tags=TAGS)
async def post_crew(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.Joining]
) -> Response[Any]:
    """Somebody of the township or a county body joins."""
    return await done(request, patrol_id, join, data)


@post(f"{PATH}/attendance", guards=[requires("patrol.attend")], tags=TAGS)
async def post_attendance(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.AttendanceBody | None] = None
) -> Response[Any]:
    """A unit's own word that its people were there."""
    return await done(request, patrol_id, confirm, data or bodies.AttendanceBody())


@post(f"{PATH}/conduct", guards=[requires("patrol.write")], tags=TAGS)
async def post_conduct(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.ConductBody]
) -> Response[Any]:
    """着装与行为检查; the newest counts."""
    return await done(request, patrol_id, check, data)


@post(f"{PATH}/recordings", guards=[requires("patrol.write")], tags=TAGS)
async def post_recordings(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.RecordingBody]
) -> Response[Any]:
    """A line in the register of body-worn recorders."""
    return await done(request, patrol_id, enter, data)


@post(f"{PATH}/passings", guards=[requires("patrol.write")], tags=TAGS)
async def post_passings(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.PassingBody]
) -> Response[Any]:
    """A key place passed, tapped by hand."""
    return await done(request, patrol_id, tap, data)


@post(f"{PATH}/crew/{{username:str}}/departure", guards=[requires("patrol.write")], tags=TAGS)
async def post_departure(
    request: SignedRequest,
    patrol_id: FromPath[UUID],
    username: FromPath[str],
    data: JSONBody[bodies.Act | None] = None,
) -> Response[Any]:
    """Somebody leaves during the patrol."""
    sender = sender_of(request)
    received = await leave(sender, patrol_id, username, data or bodies.Act())
    return await answered(sender, received, patrol_id)


ROUTES = [post_crew, post_attendance, post_conduct, post_recordings, post_passings, post_departure]
