"""The sender's own decisions before a case leaves: submission, approval, changes, refusal, seal."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.handoffs.api.responding import PATH, TAGS, done
from backend.casework.handoffs.bodies import acting
from backend.casework.handoffs.commands.approval import approve, give_back, refuse
from backend.casework.handoffs.commands.sealing import seal
from backend.casework.handoffs.commands.submission import submit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/submission", guards=[requires("handoff.send")], tags=TAGS)
async def post_submission(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Act | None] = None
) -> Response[Any]:
    """送审: by any officer of the sending unit."""
    return await done(request, handoff_id, submit, data or acting.Act())


@post(f"{PATH}/approval", guards=[requires("handoff.decide")], tags=TAGS)
async def post_approval(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Approval | None] = None
) -> Response[Any]:
    """批准: by the sending body's main leader or a delegate, never by who submitted it."""
    return await done(request, handoff_id, approve, data or acting.Approval())


@post(f"{PATH}/revision", guards=[requires("handoff.decide")], tags=TAGS)
async def post_revision(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Revision]
) -> Response[Any]:
    """退回修改: with what to change."""
    return await done(request, handoff_id, give_back, data)


@post(f"{PATH}/refusal", guards=[requires("handoff.decide")], tags=TAGS)
async def post_refusal(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Disapproval | None] = None
) -> Response[Any]:
    """不予批准."""
    return await done(request, handoff_id, refuse, data or acting.Disapproval())


@post(f"{PATH}/sealing", guards=[requires("handoff.send")], tags=TAGS)
async def post_sealing(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Act | None] = None
) -> Response[Any]:
    """已用印."""
    return await done(request, handoff_id, seal, data or acting.Act())


ROUTES = [post_submission, post_approval, post_revision, post_refusal, post_sealing]
