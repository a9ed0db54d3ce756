"""The sender's side of a link: whether it was opened, taking it back, a fresh one, the sealed papers that came by it."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, JSONBody
from litestar.response import Stream

from backend.casework.handoffs.api.responding import PATH, TAGS
from backend.casework.handoffs.bodies.acting import Act
from backend.casework.handoffs.invitations import managing
from backend.casework.handoffs.invitations.queries import Copy, copies_of, looking
from backend.casework.handoffs.queries.visible import Case, load
from backend.foundation.dossier.contents import file_name
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.storage.place import storage
from backend.foundation.web.api import answer, iso, sender_of
from backend.foundation.web.files import kept_as
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@get(f"{PATH}/invitation", guards=[requires("handoff.read")], tags=TAGS)
async def get_invitation(request: SignedRequest, handoff_id: FromPath[UUID]) -> dict[str, Any]:
    """How the link on the letter stands; never the link itself. For the sender alone."""
    await _sender(request.user, handoff_id)
    return await _shown(handoff_id)


@post(f"{PATH}/invitation", guards=[requires("handoff.send")], tags=TAGS)
async def post_invitation(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[Act]
) -> Response[Any]:
    """A fresh link and code in place of the old one, told once: `address`, `code`. An Idempotency-Key is required."""
    received, reply = await managing.renew(sender_of(request), handoff_id, data)
    told = {"address": reply.address, "code": reply.code} if reply else {}
    return answer(received, await _shown(handoff_id) | told)


@post(f"{PATH}/invitation/revocation", guards=[requires("handoff.send")], tags=TAGS)
async def post_revocation(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[Act]
) -> Response[Any]:
    """停用: the link on the letter leads nowhere any more."""
    received = await managing.revoke(sender_of(request), handoff_id, data)
    return answer(received, await _shown(handoff_id))


@get(f"{PATH}/sealed-copies/{{copy_id:uuid}}", guards=[requires("handoff.read")], tags=TAGS)
async def get_copy(request: SignedRequest, handoff_id: FromPath[UUID], copy_id: FromPath[UUID]) -> Stream:
    """A sealed answer as it was uploaded. For the sender alone."""
    await _sender(request.user, handoff_id)
    found = next((each for each in await copies_of(handoff_id) if each.id == copy_id), None)
    if found is None:
        raise Refusal("not_found")
    pieces = await storage().blobs.read(found.sha256)
    return Stream(pieces, media_type=found.media_type, headers=_headers(found))


async def _sender(person: Person, handoff_id: UUID) -> Case:
    """Refuses `not_found` to a stranger and to the other side."""
    case = await load(person, handoff_id)
    if case.side != "sender":
        raise Refusal("not_found")
    return case


async def _shown(handoff_id: UUID) -> dict[str, Any]:
    found = await looking(handoff_id)
    link = (
        {
            "sending": found.invitation.ordinal,
            "made_at": iso(found.invitation.made_at),
            "alive": found.invitation.alive,
            "revoked_at": iso(found.invitation.revoked_at),
            "visits": found.visits,
            "last_visit_at": iso(found.last_at),
        }
        if found
        else None
    )
    return {"invitation": link, "sealed_copies": [_copy(each) for each in await copies_of(handoff_id)]}


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "id": str(copy.id),
        "title": copy.title,
        "sha256": copy.sha256,
        "bytes": copy.size,
        "media_type": copy.media_type,
        "uploaded_by": {"name": copy.name, "position": copy.position},
        "uploaded_at": iso(copy.uploaded_at),
    }


def _headers(copy: Copy) -> dict[str, str]:
    name = file_name(1, copy.title, copy.media_type)
    return {
        "Content-Disposition": kept_as(name),
        "Content-Length": str(copy.size),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
    }


ROUTES = [get_invitation, post_invitation, post_revocation, get_copy]
