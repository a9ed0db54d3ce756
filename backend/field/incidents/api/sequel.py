"""What is done besides reporting. What a repeat would add (explanations, tellings) needs an Idempotency-Key."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.incidents import bodies
from backend.field.incidents.api.answering import PATH, TAGS, done
from backend.field.incidents.commands import following
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/explanations", guards=[requires("incident.write")], tags=TAGS)
async def post_explanations(
    request: SignedRequest, incident_id: FromPath[UUID], data: JSONBody[bodies.Explanation]
) -> Response[Any]:
    """现场释明: what was explained to the people on the scene."""
    return await done(request, incident_id, following.explain, data)


@post(f"{PATH}/tellings", guards=[requires("incident.write")], tags=TAGS)
async def post_tellings(
    request: SignedRequest, incident_id: FromPath[UUID], data: JSONBody[bodies.Telling]
) -> Response[Any]:
    """电话、当面、纸质报告: who took it and what they said."""
    return await done(request, incident_id, following.say, data)


@post(f"{PATH}/receipt", guards=[requires("incident.receive")], tags=TAGS)
async def post_receipt(
    request: SignedRequest, incident_id: FromPath[UUID], data: JSONBody[bodies.Receipt]
) -> Response[Any]:
    """签收 by a body that was told."""
    return await done(request, incident_id, following.receive, data)


@post(f"{PATH}/ending", guards=[requires("incident.close")], tags=TAGS)
async def post_ending(
    request: SignedRequest, incident_id: FromPath[UUID], data: JSONBody[bodies.Ending]
) -> Response[Any]:
    """现场处置结束: the final report is owed from here on."""
    return await done(request, incident_id, following.end_scene, data)


@post(f"{PATH}/withdrawal", guards=[requires("incident.close")], tags=TAGS)
async def post_withdrawal(
    request: SignedRequest, incident_id: FromPath[UUID], data: JSONBody[bodies.Withdrawal]
) -> Response[Any]:
    """撤回, with its reason."""
    return await done(request, incident_id, following.withdraw, data)


ROUTES = [post_explanations, post_tellings, post_receipt, post_ending, post_withdrawal]
