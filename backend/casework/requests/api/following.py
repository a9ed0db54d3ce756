"""What who asked does about one body's part."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.casework.requests import bodies
from backend.casework.requests.api.answering import PART, TAGS, done_in
from backend.casework.requests.commands import following
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PART}/attendance", guards=[requires("request.ask")], tags=TAGS)
async def post_attendance(
    request: SignedRequest,
    request_id: FromPath[UUID],
    party_id: FromPath[UUID],
    data: JSONBody[bodies.Attendance],
) -> Response[Any]:
    """记到场: how many came; an Idempotency-Key is required."""
    return await done_in(request, request_id, party_id, following.attend, data)


@post(f"{PART}/reminders", guards=[requires("request.ask")], tags=TAGS)
async def post_reminders(
    request: SignedRequest, request_id: FromPath[UUID], party_id: FromPath[UUID], data: JSONBody[bodies.Act]
) -> Response[Any]:
    """催办; an Idempotency-Key is required."""
    return await done_in(request, request_id, party_id, following.remind, data)


@post(f"{PART}/limit", guards=[requires("request.ask")], tags=TAGS)
async def post_limit(
    request: SignedRequest,
    request_id: FromPath[UUID],
    party_id: FromPath[UUID],
    data: JSONBody[bodies.NewLimit],
) -> Response[Any]:
    """改期限; an Idempotency-Key is required."""
    return await done_in(request, request_id, party_id, following.set_limit, data)


ROUTES = [post_attendance, post_reminders, post_limit]
