"""Calling people in and how far they have come, what belongs to it, the end."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.emergencies import bodies
from backend.field.emergencies.api.answering import PATH, TAGS, answered
from backend.field.emergencies.commands import calling, ending
from backend.field.emergencies.rules.words import Step
from backend.foundation.web.api import sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

MEMBER = f"{PATH}/people/{{member_id:uuid}}"


@post(f"{PATH}/people", guards=[requires("emergency.direct")], tags=TAGS)
async def post_people(
    request: SignedRequest, emergency_id: FromPath[UUID], data: JSONBody[bodies.Calling]
) -> Response[Any]:
    """叫人到场; an Idempotency-Key is required."""
    sender = sender_of(request)
    return await answered(sender, emergency_id, await calling.call_in(sender, emergency_id, data))


@post(f"{MEMBER}/departure", guards=[requires("emergency.log")], tags=TAGS)
async def post_departure(
    request: SignedRequest,
    emergency_id: FromPath[UUID],
    member_id: FromPath[UUID],
    data: JSONBody[bodies.Act],
) -> Response[Any]:
    """出发."""
    return await _moved(request, emergency_id, member_id, "departure", data)


@post(f"{MEMBER}/arrival", guards=[requires("emergency.log")], tags=TAGS)
async def post_arrival(
    request: SignedRequest,
    emergency_id: FromPath[UUID],
    member_id: FromPath[UUID],
    data: JSONBody[bodies.Act],
) -> Response[Any]:
    """到场."""
    return await _moved(request, emergency_id, member_id, "arrival", data)


@post(f"{MEMBER}/leaving", guards=[requires("emergency.log")], tags=TAGS)
async def post_leaving(
    request: SignedRequest,
    emergency_id: FromPath[UUID],
    member_id: FromPath[UUID],
    data: JSONBody[bodies.Act],
) -> Response[Any]:
    """离开."""
    return await _moved(request, emergency_id, member_id, "leaving", data)


@post(f"{PATH}/links", guards=[requires("emergency.direct")], tags=TAGS)
async def post_links(
    request: SignedRequest, emergency_id: FromPath[UUID], data: JSONBody[bodies.Linking]
) -> Response[Any]:
    """关联: a call, a patrol, any record the sender sees."""
    sender = sender_of(request)
    return await answered(sender, emergency_id, await ending.connect(sender, emergency_id, data))


@post(f"{PATH}/ending", guards=[requires("emergency.open")], tags=TAGS)
async def post_ending(
    request: SignedRequest, emergency_id: FromPath[UUID], data: JSONBody[bodies.Ending]
) -> Response[Any]:
    """处置结束."""
    sender = sender_of(request)
    return await answered(sender, emergency_id, await ending.end(sender, emergency_id, data))


async def _moved(
    request: SignedRequest, emergency_id: UUID, member_id: UUID, step: Step, data: bodies.Act
) -> Response[Any]:
    sender = sender_of(request)
    return await answered(
        sender, emergency_id, await calling.move(sender, emergency_id, member_id, step, data)
    )


ROUTES = [post_people, post_departure, post_arrival, post_leaving, post_links, post_ending]
