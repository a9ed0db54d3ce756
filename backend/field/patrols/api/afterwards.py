"""What is written on a filed patrol: addenda, remarks, returns. An Idempotency-Key is required."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.patrols import bodies
from backend.field.patrols.api.answering import done
from backend.field.patrols.commands.addenda import amend
from backend.field.patrols.commands.remarks import give_back, remark
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

PATH = "/api/v1/patrols/{patrol_id:uuid}"
TAGS = ["patrols"]


@post(f"{PATH}/addenda", guards=[requires("patrol.amend")], tags=TAGS)
async def post_addenda(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.AddendumBody]
) -> Response[Any]:
    """补记: corrects what was filed and says why."""
    return await done(request, patrol_id, amend, data)


@post(f"{PATH}/remarks", guards=[requires("patrol.remark")], tags=TAGS)
async def post_remarks(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.RemarkBody]
) -> Response[Any]:
    """批示: the leader has read it."""
    return await done(request, patrol_id, remark, data)


@post(f"{PATH}/returns", guards=[requires("patrol.remark")], tags=TAGS)
async def post_returns(
    request: SignedRequest, patrol_id: FromPath[UUID], data: JSONBody[bodies.RemarkBody]
) -> Response[Any]:
    """Give it back with a comment; an addendum is expected."""
    return await done(request, patrol_id, give_back, data)


ROUTES = [post_addenda, post_remarks, post_returns]
