"""已接警、出警、到场、不能前往、移交、增援: 201 the first time, 200 again."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.assists import bodies
from backend.field.assists.api.answering import PATH, TAGS, done
from backend.field.assists.commands import answering
from backend.field.assists.commands.handover import hand_over
from backend.field.assists.commands.speaking import ask_for_more, remark
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/acknowledgement", guards=[requires("assist.answer")], tags=TAGS)
async def post_acknowledgement(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Answer | None] = None
) -> Response[Any]:
    """已接警 by police, 已响应 by others; on somebody's behalf with `by`, `channel`, `words`."""
    return await done(request, assist_id, answering.acknowledge, data or bodies.Answer())


@post(f"{PATH}/departure", guards=[requires("assist.answer")], tags=TAGS)
async def post_departure(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Answer | None] = None
) -> Response[Any]:
    """出警; also says that the call was answered."""
    return await done(request, assist_id, answering.depart, data or bodies.Answer())


@post(f"{PATH}/arrival", guards=[requires("assist.answer")], tags=TAGS)
async def post_arrival(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Answer | None] = None
) -> Response[Any]:
    """到场; also says that they had left."""
    return await done(request, assist_id, answering.arrive, data or bodies.Answer())


@post(f"{PATH}/withdrawal", guards=[requires("assist.answer")], tags=TAGS)
async def post_withdrawal(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Withdrawal | None] = None
) -> Response[Any]:
    """不能前往: where no police is left to come, the waiting begins anew and it rings again."""
    return await done(request, assist_id, answering.withdraw, data or bodies.Withdrawal())


@post(f"{PATH}/handover", guards=[requires("assist.answer")], tags=TAGS)
async def post_handover(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Handover]
) -> Response[Any]:
    """移交 to a colleague; whoever hands over stays responsible until the other has answered."""
    return await done(request, assist_id, hand_over, data)


@post(f"{PATH}/reinforcement", guards=[requires("assist.raise")], tags=TAGS)
async def post_reinforcement(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Spoken]
) -> Response[Any]:
    """请求增援: rings again for all of the station; an Idempotency-Key is required."""
    return await done(request, assist_id, ask_for_more, data)


@post(f"{PATH}/remarks", guards=[requires("assist.raise")], tags=TAGS)
async def post_remark(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.Spoken]
) -> Response[Any]:
    """现场补充; an Idempotency-Key is required."""
    return await done(request, assist_id, remark, data)


ROUTES = [
    post_acknowledgement,
    post_departure,
    post_arrival,
    post_withdrawal,
    post_handover,
    post_reinforcement,
    post_remark,
]
