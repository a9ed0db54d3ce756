"""What who asked does with the whole."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.requests import bodies
from backend.casework.requests.api.answering import PATH, TAGS, done
from backend.casework.requests.commands import ending
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/calls", guards=[requires("request.ask")], tags=TAGS)
async def post_calls(
    request: SignedRequest, request_id: FromPath[UUID], data: JSONBody[bodies.Call]
) -> Response[Any]:
    """记电话; an Idempotency-Key is required."""
    return await done(request, request_id, ending.call, data)


@post(f"{PATH}/paper", guards=[requires("request.ask")], tags=TAGS)
async def post_paper(
    request: SignedRequest, request_id: FromPath[UUID], data: JSONBody[bodies.Paper]
) -> Response[Any]:
    """补书面通知 after the call."""
    return await done(request, request_id, ending.send_paper, data)


@post(f"{PATH}/closure", guards=[requires("request.ask")], tags=TAGS)
async def post_closure(
    request: SignedRequest, request_id: FromPath[UUID], data: JSONBody[bodies.Closure]
) -> Response[Any]:
    """办结."""
    return await done(request, request_id, ending.close, data)


@post(f"{PATH}/withdrawal", guards=[requires("request.ask")], tags=TAGS)
async def post_withdrawal(
    request: SignedRequest, request_id: FromPath[UUID], data: JSONBody[bodies.Withdrawal]
) -> Response[Any]:
    """撤回."""
    return await done(request, request_id, ending.withdraw, data)


ROUTES = [post_calls, post_paper, post_closure, post_withdrawal]
