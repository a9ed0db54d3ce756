"""What the addressee does, and what both sides tell each other."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.handoffs.api.responding import PATH, TAGS, done
from backend.casework.handoffs.bodies import acting
from backend.casework.handoffs.commands.acceptance import accept
from backend.casework.handoffs.commands.receipt import receive
from backend.casework.handoffs.commands.result import report
from backend.casework.handoffs.commands.returning import give_back
from backend.casework.handoffs.commands.talking import explain, remind, tell
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/receipt", guards=[requires("handoff.answer")], tags=TAGS)
async def post_receipt(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Receipt | None] = None
) -> Response[Any]:
    """签收: received, not accepted."""
    return await done(request, handoff_id, receive, data or acting.Receipt())


@post(f"{PATH}/acceptance", guards=[requires("handoff.answer")], tags=TAGS)
async def post_acceptance(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Acceptance | None] = None
) -> Response[Any]:
    """受理, with the written answer."""
    return await done(request, handoff_id, accept, data or acting.Acceptance())


@post(f"{PATH}/return", guards=[requires("handoff.answer")], tags=TAGS)
async def post_return(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Return | None] = None
) -> Response[Any]:
    """不予受理（退回）: why, and who is competent; needs an Idempotency-Key."""
    return await done(request, handoff_id, give_back, data or acting.Return())


@post(f"{PATH}/result", guards=[requires("handoff.answer")], tags=TAGS)
async def post_result(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Result]
) -> Response[Any]:
    """处理结果反馈."""
    return await done(request, handoff_id, report, data)


@post(f"{PATH}/progress", guards=[requires("handoff.answer")], tags=TAGS)
async def post_progress(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Progress]
) -> Response[Any]:
    """案件进展, from either side; needs an Idempotency-Key."""
    return await done(request, handoff_id, tell, data)


@post(f"{PATH}/reminders", guards=[requires("handoff.send")], tags=TAGS)
async def post_reminders(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Progress]
) -> Response[Any]:
    """催办; needs an Idempotency-Key."""
    return await done(request, handoff_id, remind, data)


@post(f"{PATH}/explanations", guards=[requires("handoff.answer")], tags=TAGS)
async def post_explanations(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Explanation]
) -> Response[Any]:
    """Why a step was late, said afterwards."""
    return await done(request, handoff_id, explain, data)


ROUTES = [
    post_receipt,
    post_acceptance,
    post_return,
    post_result,
    post_progress,
    post_reminders,
    post_explanations,
]
