"""What an asked body answers, or who asked records on its behalf."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.requests import bodies
from backend.casework.requests.api.answering import PART, TAGS, done_in
from backend.casework.requests.commands import answering
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PART}/receipt", guards=[requires("request.answer")], tags=TAGS)
async def post_receipt(
    request: SignedRequest,
    request_id: FromPath[UUID],
    party_id: FromPath[UUID],
    data: JSONBody[bodies.Answer],
) -> Response[Any]:
    """签收."""
    return await done_in(request, request_id, party_id, answering.receive, data)


@post(f"{PART}/acceptance", guards=[requires("request.answer")], tags=TAGS)
async def post_acceptance(
    request: SignedRequest,
    request_id: FromPath[UUID],
    party_id: FromPath[UUID],
    data: JSONBody[bodies.Acceptance],
) -> Response[Any]:
    """答应: who comes; an Idempotency-Key is required."""
    return await done_in(request, request_id, party_id, answering.accept, data)


@post(f"{PART}/refusal", guards=[requires("request.answer")], tags=TAGS)
async def post_refusal(
    request: SignedRequest,
    request_id: FromPath[UUID],
    party_id: FromPath[UUID],
    data: JSONBody[bodies.Refused],
) -> Response[Any]:
    """不能来, and why."""
    return await done_in(request, request_id, party_id, answering.refuse, data)


@post(f"{PART}/result", guards=[requires("request.answer")], tags=TAGS)
async def post_result(
    request: SignedRequest,
    request_id: FromPath[UUID],
    party_id: FromPath[UUID],
    data: JSONBody[bodies.Result],
) -> Response[Any]:
    """反馈: what was done."""
    return await done_in(request, request_id, party_id, answering.give_result, data)


ROUTES = [post_receipt, post_acceptance, post_refusal, post_result]
