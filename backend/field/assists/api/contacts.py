"""电话名单: who is called when nobody answers, as an editable list."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from litestar import Response, delete, get, patch, put
from litestar.params import FromPath, JSONBody

from backend.field.assists import bodies
from backend.field.assists.commands import contacts
from backend.field.assists.queries.contacts import Contact, contacts_of, visible
from backend.foundation.web.api import answer, listing, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

PATH = "/api/v1/alarm-contacts/{contact_id:uuid}"
TAGS = ["assists"]


@get("/api/v1/alarm-contacts", guards=[requires("alarm.manage")], tags=TAGS)
async def get_contacts(request: SignedRequest) -> dict[str, Any]:
    """The whole list, in the order it is called: a township has a handful."""
    return listing([_json(each) for each in await contacts_of(request.user.township_id)])


@put(PATH, guards=[requires("alarm.manage")], tags=TAGS)
async def put_contact(
    request: SignedRequest, contact_id: FromPath[UUID], data: JSONBody[bodies.ContactBody]
) -> Response[Any]:
    """Add somebody."""
    received = await contacts.add(sender_of(request), contact_id, data)
    return answer(received, _json(await visible(request.user, contact_id)))


@patch(PATH, guards=[requires("alarm.manage")], tags=TAGS)
async def patch_contact(
    request: SignedRequest, contact_id: FromPath[UUID], data: JSONBody[bodies.ContactChange]
) -> Response[Any]:
    """Another number, another place in the order."""
    changed = await contacts.change(sender_of(request), contact_id, data)
    received = replace(changed, status=200)
    return answer(received, _json(await visible(request.user, contact_id)))


@delete(PATH, guards=[requires("alarm.manage")], tags=TAGS, status_code=200)
async def delete_contact(request: SignedRequest, contact_id: FromPath[UUID]) -> Response[Any]:
    """Take somebody off the list."""
    removed = await contacts.remove(sender_of(request), contact_id, bodies.ContactRemoval())
    received = replace(removed, status=200)
    return answer(received, {"id": str(contact_id)})


def _json(contact: Contact) -> dict[str, Any]:
    return {
        "id": str(contact.id),
        "name": contact.name,
        "position": contact.position,
        "phone": contact.phone,
        "rank": contact.rank,
        "version": contact.version,
    }


ROUTES = [get_contacts, put_contact, patch_contact, delete_contact]
