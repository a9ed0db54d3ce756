"""What follows on a notification: calls, special meetings, addenda (an Idempotency-Key is required), closing, withdrawal."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.hazards import bodies
from backend.casework.hazards.api.answering import PATH, TAGS, done
from backend.casework.hazards.commands import following
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/calls", guards=[requires("hazard.tell")], tags=TAGS)
async def post_calls(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Call]
) -> Response[Any]:
    """电话通知: who took it and what they said."""
    return await done(request, hazard_id, following.call, data)


@post(f"{PATH}/meetings", guards=[requires("hazard.tell")], tags=TAGS)
async def post_meetings(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Meeting]
) -> Response[Any]:
    """专题会议."""
    return await done(request, hazard_id, following.meet, data)


@post(f"{PATH}/addenda", guards=[requires("hazard.amend")], tags=TAGS)
async def post_addenda(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Addendum]
) -> Response[Any]:
    """补充情况, by either side."""
    return await done(request, hazard_id, following.amend, data)


@post(f"{PATH}/closure", guards=[requires("hazard.close")], tags=TAGS)
async def post_closure(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Closure]
) -> Response[Any]:
    """办结: checked that the danger is gone."""
    return await done(request, hazard_id, following.close, data)


@post(f"{PATH}/withdrawal", guards=[requires("hazard.close")], tags=TAGS)
async def post_withdrawal(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Withdrawal]
) -> Response[Any]:
    """撤回, with its reason."""
    return await done(request, hazard_id, following.withdraw, data)


ROUTES = [post_calls, post_meetings, post_addenda, post_closure, post_withdrawal]
