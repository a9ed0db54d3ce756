"""委托审批: given, read, revoked."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, JSONBody

from backend.casework.handoffs.api.responding import TAGS
from backend.casework.handoffs.bodies.delegating import DelegationBody, Nothing
from backend.casework.handoffs.commands.delegation import acknowledge, delegate, revoke
from backend.casework.handoffs.queries.delegations import concerning, find
from backend.casework.handoffs.showing.delegation import delegation_json
from backend.foundation.now import local, now
from backend.foundation.outbox import Received
from backend.foundation.web.api import answer, listing, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

LIST = "/api/v1/approval-delegations"
PATH = f"{LIST}/{{delegation_id:uuid}}"


@put(PATH, guards=[requires("handoff.decide")], tags=TAGS)
async def put_delegation(
    request: SignedRequest, delegation_id: FromPath[UUID], data: JSONBody[DelegationBody]
) -> Response[Any]:
    """A main leader lets a colleague approve from one day to another."""
    return await _answered(await delegate(sender_of(request), delegation_id, data), delegation_id)


@get(LIST, guards=[requires("handoff.decide")], tags=TAGS)
async def get_delegations(request: SignedRequest) -> dict[str, Any]:
    """Those this person gave or was given that are not over."""
    found = await concerning(request.user.id, local(now()).date())
    return listing([delegation_json(given) for given in found])


@post(f"{PATH}/acknowledgement", guards=[requires("handoff.decide")], tags=TAGS)
async def post_acknowledgement(
    request: SignedRequest, delegation_id: FromPath[UUID], data: JSONBody[Nothing | None] = None
) -> Response[Any]:
    """The delegate has read it."""
    received = await acknowledge(sender_of(request), delegation_id, data or Nothing())
    return await _answered(received, delegation_id)


@post(f"{PATH}/revocation", guards=[requires("handoff.decide")], tags=TAGS)
async def post_revocation(
    request: SignedRequest, delegation_id: FromPath[UUID], data: JSONBody[Nothing | None] = None
) -> Response[Any]:
    """The leader takes it back; what was decided meanwhile stands."""
    received = await revoke(sender_of(request), delegation_id, data or Nothing())
    return await _answered(received, delegation_id)


async def _answered(received: Received, delegation_id: UUID) -> Response[Any]:
    given = await find(delegation_id)
    assert given is not None  # a delegation is never deleted
    return answer(received, delegation_json(given))


ROUTES = [put_delegation, get_delegations, post_acknowledgement, post_revocation]
