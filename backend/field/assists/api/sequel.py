"""How it ended, what came of it, what follows from it."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.assists import bodies
from backend.field.assists.api.answering import PATH, TAGS, done
from backend.field.assists.commands.ending import cancel, resolve
from backend.field.assists.commands.outcome import link, tell_outcome
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/resolution", guards=[requires("assist.close")], tags=TAGS)
async def post_resolution(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Act | None] = None
) -> Response[Any]:
    """处置完毕: positions stop, nothing rings any more."""
    return await done(request, assist_id, resolve, data or bodies.Act())


@post(f"{PATH}/cancellation", guards=[requires("assist.raise")], tags=TAGS)
async def post_cancellation(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Cancellation]
) -> Response[Any]:
    """撤回, or 误报 with `false_alarm`; why is asked for."""
    return await done(request, assist_id, cancel, data)


@post(f"{PATH}/outcome", guards=[requires("assist.raise")], tags=TAGS)
async def post_outcome(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.OutcomeBody]
) -> Response[Any]:
    """Evidence secured, people dispersed, injured, what came of it; also after the end."""
    return await done(request, assist_id, tell_outcome, data)


@post(f"{PATH}/followups", guards=[requires("assist.raise")], tags=TAGS)
async def post_followup(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.FollowupBody]
) -> Response[Any]:
    """Link a finding, a handoff, a hazard or a report that came out of it."""
    return await done(request, assist_id, link, data)


ROUTES = [post_resolution, post_cancellation, post_outcome, post_followup]
