"""The sender's acts on the way: dispatch, records, limits, and how it ends."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.handoffs.api.responding import PATH, TAGS, done
from backend.casework.handoffs.bodies import acting
from backend.casework.handoffs.bodies.words import NoticeRecord, StopRecord
from backend.casework.handoffs.commands.deadlines import extend, raise_urgency
from backend.casework.handoffs.commands.dispatch import send
from backend.casework.handoffs.commands.ending import close, settle, withdraw
from backend.casework.handoffs.commands.stopping import consent, note_notice, note_stop
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/dispatch", guards=[requires("handoff.send")], tags=TAGS)
async def post_dispatch(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Dispatch | None] = None
) -> Response[Any]:
    """移送: the letter gets its number and is final. A sending after a return needs an Idempotency-Key."""
    return await done(request, handoff_id, send, data or acting.Dispatch())


@post(f"{PATH}/extension", guards=[requires("handoff.send")], tags=TAGS)
async def post_extension(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Extension | None] = None
) -> Response[Any]:
    """延长移送期限, where the place has it; needs an Idempotency-Key."""
    return await done(request, handoff_id, extend, data or acting.Extension())


@post(f"{PATH}/urgency", guards=[requires("handoff.send")], tags=TAGS)
async def post_urgency(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Urgency | None] = None
) -> Response[Any]:
    """It became urgent: the earlier of both limits."""
    return await done(request, handoff_id, raise_urgency, data or acting.Urgency())


@post(f"{PATH}/consent", guards=[requires("handoff.send")], tags=TAGS)
async def post_consent(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Consent]
) -> Response[Any]:
    """The department's prior consent to a major case."""
    return await done(request, handoff_id, consent, data)


@post(f"{PATH}/stop-record", guards=[requires("handoff.write")], tags=TAGS)
async def post_stop_record(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[StopRecord]
) -> Response[Any]:
    """Who stopped the ongoing violation, when and how."""
    return await done(request, handoff_id, note_stop, data)


@post(f"{PATH}/notice-record", guards=[requires("handoff.write")], tags=TAGS)
async def post_notice_record(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[NoticeRecord]
) -> Response[Any]:
    """Who told the other side, when and how."""
    return await done(request, handoff_id, note_notice, data)


@post(f"{PATH}/settlement", guards=[requires("handoff.send")], tags=TAGS)
async def post_settlement(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Settlement]
) -> Response[Any]:
    """How a dispute ended; needs an Idempotency-Key."""
    return await done(request, handoff_id, settle, data)


@post(f"{PATH}/closure", guards=[requires("handoff.send")], tags=TAGS)
async def post_closure(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Act | None] = None
) -> Response[Any]:
    """办结."""
    return await done(request, handoff_id, close, data or acting.Act())


@post(f"{PATH}/withdrawal", guards=[requires("handoff.send")], tags=TAGS)
async def post_withdrawal(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[acting.Withdrawal | None] = None
) -> Response[Any]:
    """撤回: a number that was given out stays as 作废."""
    return await done(request, handoff_id, withdraw, data or acting.Withdrawal())


ROUTES = [
    post_dispatch,
    post_extension,
    post_urgency,
    post_consent,
    post_stop_record,
    post_notice_record,
    post_settlement,
    post_closure,
    post_withdrawal,
]
