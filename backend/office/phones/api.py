"""What phones tell, what they seal with, and who reads what they told."""

from base64 import urlsafe_b64encode
from typing import Any

from litestar import get, put
from litestar.params import JSONBody

from backend.foundation.now import now
from backend.foundation.outbox import phone_key, understood
from backend.foundation.web.api import iso, listing, sender_of
from backend.foundation.web.bodies import JsonBody
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.visitors import device_name
from backend.office.phones.commands import PhoneReport, report
from backend.office.phones.queries import Phone, phones_of

TAGS = ["phones"]


@get("/api/v1/me/phone-key", guards=[requires("self.use")], tags=TAGS)
async def get_phone_key(request: SignedRequest) -> dict[str, Any]:
    """What this person's phone seals its outbox with (AES-256-GCM, base64url), and the envelopes that are understood. It
    says whose: a page of somebody who was signed in before may be asking."""
    key = urlsafe_b64encode(phone_key(request.user.id)).decode().rstrip("=")
    return {"officer": request.user.id, "key": key, "envelopes": list(understood())}


@put("/me/phone", guards=[requires("self.use")], dto=JsonBody, return_dto=None)
async def put_phone(request: SignedRequest, data: JSONBody[PhoneReport]) -> dict[str, Any]:
    """This phone says what it holds; again and again, the last word counts."""
    sender = sender_of(request)
    await report(sender, data, device_name(request.headers.get("user-agent", "")))
    return {"reported_at": iso(sender.at)}


@get("/api/v1/phones", guards=[requires("phones.read")], tags=TAGS)
async def get_phones(request: SignedRequest) -> dict[str, Any]:
    """The phones of one's own people: what they have not sent yet, and when they were last heard of."""
    return listing([_json(phone) for phone in await phones_of(request.user, now())])


def _json(phone: Phone) -> dict[str, Any]:
    return {
        "id": str(phone.id),
        "officer": phone.officer,
        "unit": phone.unit,
        "device": phone.name,
        "waiting": phone.waiting,
        "photos": phone.photos,
        "refused": phone.refused,
        "oldest_at": iso(phone.oldest_at),
        "room_bytes": phone.room_bytes,
        "persisted": phone.persisted,
        "clock_offset_s": phone.clock_offset_s,
        "reported_at": iso(phone.reported_at),
    }


ROUTES = [get_phone_key, get_phones]
REPORTING = [put_phone]
