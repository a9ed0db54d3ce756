"""/notices/groups: the groups and boxes of one's own unit that are told along."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.desk.notices.forms import read_address, read_name, read_wish
from backend.foundation.notify.commands import add_address, remove_address, try_address, wish
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queries import addresses_of, wish_of
from backend.foundation.notify.rules.addresses import GROUPS, KINDS
from backend.foundation.notify.rules.topics import MUTABLE
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/notices/groups", guards=[requires("notices.groups")])
async def show_groups(request: SignedRequest) -> Template:
    """Those of the person's unit."""
    return await _form(request)


@post("/notices/groups", guards=[requires("notices.groups")])
async def add_group(request: SignedRequest) -> Template | Redirect:
    """A group bot by the address its app shows, or a box of the office."""
    sent = await read_form(request)
    try:
        name = read_name(sent)
        kind, address = read_address(sent, GROUPS)
        await add_address(request.user, _unit(request), kind, address, now(), name=name)
    except Refusal as refusal:
        return await _form(request, sent, refusal)
    return Redirect("/notices/groups", status_code=303)


@post("/notices/groups/wishes", guards=[requires("notices.groups")])
async def save_group_wishes(request: SignedRequest) -> Template | Redirect:
    """Quiet hours and topics of the unit's groups."""
    sent = await read_form(request)
    try:
        await wish(request.user.unit_id, read_wish(sent), now())
    except Refusal as refusal:
        return await _form(request, sent, refusal)
    return Redirect("/notices/groups", status_code=303)


@post("/notices/groups/{group_id:uuid}/withdrawal", guards=[requires("notices.groups")])
async def withdraw_group(request: SignedRequest, group_id: FromPath[UUID]) -> Redirect:
    """No longer told."""
    await remove_address(request.user, _unit(request), group_id, now())
    return Redirect("/notices/groups", status_code=303)


@post("/notices/groups/{group_id:uuid}/trial", guards=[requires("notices.groups")])
async def try_group(request: SignedRequest, group_id: FromPath[UUID]) -> Redirect:
    """Send one message there now."""
    await try_address(request.user, [request.user.unit_id], group_id, now())
    return Redirect("/notices/groups?tried=1", status_code=303)


def _unit(request: SignedRequest) -> Owner:
    return Owner("unit", request.user.unit_id)


async def _form(
    request: SignedRequest, typed: Fields | None = None, refusal: Refusal | None = None
) -> Template:
    return page(
        request,
        "notices/groups.html",
        status=refusal.status if refusal else 200,
        current="notices",
        addresses=await addresses_of(_unit(request)),
        wish=await wish_of(request.user.unit_id),
        kinds=[(kind, KINDS[kind]) for kind in GROUPS],
        topics=MUTABLE,
        tried="tried" in request.query_params,
        typed=typed,
        refusal=refusal,
    )


ROUTES = [show_groups, add_group, save_group_wishes, withdraw_group, try_group]
