"""What goes either way by a link: the letter and its material out, the sealed answer in."""

from typing import Any
from uuid import UUID

from litestar import Response, get, put
from litestar.params import FromPath
from litestar.response import Redirect

from backend.casework.handoffs.invitations.copies import File, take
from backend.casework.handoffs.invitations.guests import Guest, guest
from backend.casework.handoffs.queries.papers import the_letter
from backend.casework.handoffs.serving import material_content
from backend.foundation.letters import official
from backend.foundation.refusals import Refusal
from backend.foundation.web.files import paper_file
from backend.foundation.web.forms import Fields
from backend.foundation.web.guards import CSRF_HEADERS, public
from backend.foundation.web.request import AnyRequest

PATH = "/p/{link:str}"


@get(f"{PATH}/letter.pdf", guards=[public])
async def letter(request: AnyRequest, link: FromPath[str]) -> Response[Any] | Redirect:
    """移送函 as it left."""
    caller = await guest(request, link)
    if not caller.cookie:
        return Redirect(caller.path)
    _, found = await the_letter(await caller.person(), caller.invitation.handoff)
    if found is None:
        raise Refusal("not_found")
    return paper_file("letter", await official.pdf(found.id), "pdf")


@get(f"{PATH}/materials/{{material_id:uuid}}", guards=[public])
async def material(
    request: AnyRequest, link: FromPath[str], material_id: FromPath[UUID]
) -> Response[Any] | Redirect:
    """One of the papers that went along."""
    caller = await guest(request, link)
    if not caller.cookie:
        return Redirect(caller.path)
    answer = await material_content(await caller.person(), caller.invitation.handoff, material_id)
    answer.headers["Cache-Control"] = "no-store"
    return answer


# The bytes are counted while they come; Litestar's own limit would answer before our words.
@put(f"{PATH}/copies/{{copy_id:uuid}}", guards=[public], request_max_body_size=None)
async def sealed_copy(request: AnyRequest, link: FromPath[str], copy_id: FromPath[UUID]) -> Response[Any]:
    """上传盖章件: the bytes of one file; what it is and who signs for it stands in the query. Sent again it is still one."""
    caller, said = await _proven(request, link), Fields(request.query_params.multi_items())
    by = await caller.signing(said)
    file = File(
        copy_id, said.text("title"), said.text("sha256"), said.number("size") or 0, said.text("media_type")
    )
    await take(by, caller.invitation, file, request.stream())
    return Response({"id": str(copy_id)}, status_code=201)


async def _proven(request: AnyRequest, link: str) -> Guest:
    """Refuses `link_code_needed` once the visit ran out, `csrf`."""
    caller = await guest(request, link)
    if not caller.cookie:
        raise Refusal("link_code_needed")
    caller.prove(next((request.headers[name] for name in CSRF_HEADERS if name in request.headers), ""))
    return caller


ROUTES = [letter, material, sealed_copy]
