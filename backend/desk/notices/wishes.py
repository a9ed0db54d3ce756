"""/me/notices: by what else one is told, at which hours not, and of what not at all."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import get, post, put
from litestar.params import FromPath, JSONBody
from litestar.response import Redirect, Template

from backend.desk.notices.forms import read_address, read_wish
from backend.foundation.notify.commands import add_address, remove_address, subscribe, try_address, wish
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queries import addresses_of, wish_of
from backend.foundation.notify.rules.addresses import KINDS, PERSONAL, push_endpoint, push_keys
from backend.foundation.notify.rules.topics import MUTABLE
from backend.foundation.notify.vapid import public_key
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import JsonBody
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.settings import settings


class Keys(msgspec.Struct, forbid_unknown_fields=True):
    """What only this browser can read with (RFC 8291)."""

    p256dh: str
    auth: str


class Subscription(msgspec.Struct):
    """What the browser's PushManager answers; it adds what it likes."""

    endpoint: str
    keys: Keys


@get("/me/notices", guards=[requires("notices.read")])
async def show_wishes(request: SignedRequest) -> Template:
    """The person's own addresses, quiet hours and topics."""
    return await _form(request)


@post("/me/notices", guards=[requires("notices.read")])
async def save_wishes(request: SignedRequest) -> Template | Redirect:
    """Quiet hours and what is left out."""
    sent = await read_form(request)
    try:
        await wish(request.user.id, read_wish(sent), now())
    except Refusal as refusal:
        return await _form(request, sent, refusal)
    return Redirect("/me/notices", status_code=303)


@post("/me/notices/addresses", guards=[requires("notices.read")])
async def add_own(request: SignedRequest) -> Template | Redirect:
    """An e-mail box or a mobile number of the person's own."""
    sent = await read_form(request)
    try:
        kind, address = read_address(sent, PERSONAL)
        await add_address(request.user, _own(request), kind, address, now())
    except Refusal as refusal:
        return await _form(request, sent, refusal)
    return Redirect("/me/notices", status_code=303)


@post("/me/notices/addresses/{address_id:uuid}/withdrawal", guards=[requires("notices.read")])
async def withdraw_own(request: SignedRequest, address_id: FromPath[UUID]) -> Redirect:
    """No longer told there."""
    await remove_address(request.user, _own(request), address_id, now())
    return Redirect("/me/notices", status_code=303)


@post("/me/notices/addresses/{address_id:uuid}/trial", guards=[requires("notices.read")])
async def try_own(request: SignedRequest, address_id: FromPath[UUID]) -> Redirect:
    """Send one message there now."""
    await try_address(request.user, [request.user.id], address_id, now())
    return Redirect("/me/notices?tried=1", status_code=303)


@put("/me/notices/subscription", guards=[requires("notices.read")], dto=JsonBody, return_dto=None)
async def put_subscription(request: SignedRequest, data: JSONBody[Subscription]) -> dict[str, Any]:
    """Push to this browser; refuses `address_wrong` for what is no push service of a browser's maker, or nothing it
    could read."""
    push_endpoint(data.endpoint, settings().push_hosts)
    push_keys(data.keys.p256dh, data.keys.auth)
    kept = msgspec.json.encode({"endpoint": data.endpoint, "keys": msgspec.to_builtins(data.keys)}).decode()
    await subscribe(request.user, kept, request.headers.get("user-agent", "")[:40], now())
    return {"subscribed": True}


def _own(request: SignedRequest) -> Owner:
    return Owner("officer", request.user.id)


async def _form(
    request: SignedRequest, typed: Fields | None = None, refusal: Refusal | None = None
) -> Template:
    return page(
        request,
        "notices/wishes.html",
        status=refusal.status if refusal else 200,
        current="me",
        addresses=await addresses_of(_own(request)),
        wish=await wish_of(request.user.id),
        kinds=[(kind, KINDS[kind]) for kind in PERSONAL],
        topics=MUTABLE,
        push_key=public_key(),
        here=request.user.session_id,
        tried="tried" in request.query_params,
        typed=typed,
        refusal=refusal,
    )


ROUTES = [show_wishes, save_wishes, add_own, withdraw_own, try_own, put_subscription]
