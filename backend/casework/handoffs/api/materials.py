"""The checklist of a handoff: lines, bytes, absences."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, JSONBody

from backend.casework.handoffs.api.responding import PATH, TAGS, answered
from backend.casework.handoffs.bodies.drafting import AbsenceBody, MaterialBody, MaterialRemoval
from backend.casework.handoffs.commands import content, materials
from backend.casework.handoffs.serving import material_content
from backend.foundation.web.api import sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest, declared_length

LINE = f"{PATH}/materials/{{material_id:uuid}}"


@put(LINE, guards=[requires("handoff.write")], tags=TAGS)
async def put_material(
    request: SignedRequest,
    handoff_id: FromPath[UUID],
    material_id: FromPath[UUID],
    data: JSONBody[MaterialBody],
) -> Response[Any]:
    """A photo by its id, a file whose bytes follow, or a paper that is listed and not there yet."""
    sender = sender_of(request)
    return await answered(sender, await materials.put(sender, handoff_id, material_id, data), handoff_id)


# The bytes are counted while they come; the framework's own limit would answer before our words.
@put(f"{LINE}/content", guards=[requires("handoff.write")], tags=TAGS, request_max_body_size=None)
async def put_material_content(
    request: SignedRequest, handoff_id: FromPath[UUID], material_id: FromPath[UUID]
) -> Response[Any]:
    """The bytes in one go: 201, then 200."""
    sender = sender_of(request)
    case, line = await content.expected(sender, handoff_id, material_id, declared_length(request))
    received = await content.take_in(sender, case, line, request.stream())
    return await answered(sender, received, handoff_id)


@get(f"{LINE}/content", guards=[requires("handoff.read")], tags=TAGS)
async def get_material_content(
    request: SignedRequest, handoff_id: FromPath[UUID], material_id: FromPath[UUID]
) -> Response[Any]:
    """The bytes as they were sent, as an attachment, to whoever has the material."""
    return await material_content(request.user, handoff_id, material_id)


@post(f"{LINE}/absence", guards=[requires("handoff.write")], tags=TAGS)
async def post_absence(
    request: SignedRequest,
    handoff_id: FromPath[UUID],
    material_id: FromPath[UUID],
    data: JSONBody[AbsenceBody],
) -> Response[Any]:
    """说明缺件: why a listed paper is not there."""
    sender = sender_of(request)
    received = await materials.explain_absence(sender, handoff_id, material_id, data)
    return await answered(sender, received, handoff_id)


@post(f"{LINE}/removal", guards=[requires("handoff.write")], tags=TAGS)
async def post_material_removal(
    request: SignedRequest,
    handoff_id: FromPath[UUID],
    material_id: FromPath[UUID],
    data: JSONBody[MaterialRemoval | None] = None,
) -> Response[Any]:
    """Take a line off before the case leaves."""
    sender = sender_of(request)
    received = await materials.remove(sender, handoff_id, material_id, data or MaterialRemoval())
    return await answered(sender, received, handoff_id)


ROUTES = [put_material, put_material_content, get_material_content, post_absence, post_material_removal]
