"""/notices/deliveries: what was sent out, by which way, and what became of it. Never what it was about."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from backend.foundation.notify.commands import send_again
from backend.foundation.notify.queries import PAGE, deliveries, is_theirs
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import paged, read_cursor
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest

STATES = {"waiting": "等着发", "delivered": "已发出", "failed": "没有发出", "needless": "不用发了"}


@get("/notices/deliveries", guards=[requires("notices.deliveries")])
async def show_deliveries(
    request: SignedRequest, of: FromQuery[str] = "", cursor: FromQuery[str] = ""
) -> Template:
    """To the people and groups of the township (or body), the newest first; `of` is one of STATES."""
    before, state = read_cursor(cursor), of if of in STATES else ""
    found = await deliveries(request.user, state, (before.at, before.id) if before else None)
    shown, older = paged(found, PAGE, lambda each: (each.created_at, each.id))
    return page(
        request,
        "notices/deliveries.html",
        current="notices",
        deliveries=shown,
        states=STATES,
        of=state,
        older=older.text() if older else "",
    )


@post("/notices/deliveries/{delivery_id:uuid}/repetition", guards=[requires("notices.deliveries")])
async def repeat_delivery(request: SignedRequest, delivery_id: FromPath[UUID]) -> Redirect:
    """Try it once more, now."""
    if not await is_theirs(request.user, delivery_id):
        raise Refusal("not_found")
    await send_again(delivery_id, now())
    return Redirect("/notices/deliveries", status_code=303)


ROUTES = [show_deliveries, repeat_delivery]
