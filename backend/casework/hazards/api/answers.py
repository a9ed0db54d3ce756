"""What the told body does, or what is recorded on its behalf (`on_behalf`; then an Idempotency-Key is required: it is the
id of the step, and proof photos hang on `hazard_step` under it)."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.hazards import bodies
from backend.casework.hazards.api.answering import PATH, TAGS, done
from backend.casework.hazards.commands import answering
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/receipt", guards=[requires("hazard.answer")], tags=TAGS)
async def post_receipt(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Answer]
) -> Response[Any]:
    """签收: read, not yet answered."""
    return await done(request, hazard_id, answering.receive, data)


@post(f"{PATH}/departure", guards=[requires("hazard.answer")], tags=TAGS)
async def post_departure(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Departure]
) -> Response[Any]:
    """派员: who was sent and how many."""
    return await done(request, hazard_id, answering.depart, data)


@post(f"{PATH}/arrival", guards=[requires("hazard.answer")], tags=TAGS)
async def post_arrival(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Answer]
) -> Response[Any]:
    """到场."""
    return await done(request, hazard_id, answering.arrive, data)


@post(f"{PATH}/refusal", guards=[requires("hazard.answer")], tags=TAGS)
async def post_refusal(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Refused]
) -> Response[Any]:
    """拒绝处理, with or without a reason; one given afterwards is added."""
    return await done(request, hazard_id, answering.refuse, data)


@post(f"{PATH}/measures", guards=[requires("hazard.answer")], tags=TAGS)
async def post_measures(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Said]
) -> Response[Any]:
    """分析研究、建议和措施; an Idempotency-Key is required."""
    return await done(request, hazard_id, answering.take_measures, data)


@post(f"{PATH}/result", guards=[requires("hazard.answer")], tags=TAGS)
async def post_result(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[bodies.Said]
) -> Response[Any]:
    """反馈结果."""
    return await done(request, hazard_id, answering.give_result, data)


ROUTES = [post_receipt, post_departure, post_arrival, post_refusal, post_measures, post_result]
