"""/notices: what one was told, and the way from there to the record it is about."""

from datetime import datetime
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from backend.desk.notices import deliveries, groups, wishes
from backend.desk.notices.leading import leads_to
from backend.foundation.notify.commands import read_all, read_notice
from backend.foundation.notify.queries import PAGE, inbox, notice_of
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import paged, read_cursor
from backend.foundation.web.bodies import EARLIEST, LATEST
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/notices", guards=[requires("notices.read")])
async def show_inbox(
    request: SignedRequest, of: FromQuery[str] = "", cursor: FromQuery[str] = ""
) -> Template:
    """The newest first; `of=unread` shows what is new alone."""
    before = read_cursor(cursor)
    found = await inbox(request.user, (before.at, before.id) if before else None, unread=of == "unread")
    shown, older = paged(found, PAGE, lambda each: (each.created_at, each.id))
    return page(
        request,
        "notices/inbox.html",
        current="notices",
        notices=shown,
        unread=of == "unread",
        older=older.text() if older else "",
        at=now(),
    )


@get("/notices/{notice_id:uuid}", guards=[requires("notices.read")])
async def open_notice(request: SignedRequest, notice_id: FromPath[UUID]) -> Redirect:
    """To what it is about. A group's link carries the first one's notice: whoever may see the record is led there as well."""
    found = await notice_of(notice_id)
    if found is None:
        raise Refusal("not_found")
    notice, owner = found
    if owner == request.user.id:
        await read_notice(request.user, notice_id, now())
    url = await leads_to(request.user, notice.record_kind, notice.record_id)
    if url is None and owner != request.user.id:
        raise Refusal("not_found")
    return Redirect(url or "/notices", status_code=303)


@post("/notices/reading", guards=[requires("notices.read")])
async def read_everything(request: SignedRequest) -> Redirect:
    """All that was on the page when it was drawn (`until`)."""
    sent = await read_form(request)
    try:
        until = datetime.fromisoformat(sent.text("until"))
    except ValueError:
        raise Refusal("bad_request") from None
    if until.tzinfo is None or not EARLIEST <= until.year <= LATEST:
        raise Refusal("bad_request")
    await read_all(request.user, until, now())
    return Redirect("/notices", status_code=303)


ROUTES = [show_inbox, open_notice, read_everything, *wishes.ROUTES, *groups.ROUTES, *deliveries.ROUTES]
