"""我的日历: a private link to one's limits and shifts for the calendar of a telephone, taken back at any time."""

from datetime import timedelta

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.desk.deadlines import links
from backend.desk.deadlines.ics import calendar_text
from backend.desk.deadlines.queries import own
from backend.foundation.clocks import shown
from backend.foundation.now import now
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import public, requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.ics import calendar_text as shifts_text
from backend.office.duty.queries.shifts import shifts_of_officer
from backend.settings import settings

SUFFIX, SHIFTS = ".ics", "/duty.ics"
SHOWN_BACK = timedelta(days=31)


@get("/me/calendar", guards=[requires("deadlines.read")])
async def show_feed(request: SignedRequest) -> Template:
    """Whether there is a link; the link itself is shown once, when it is made."""
    return await _feed_page(request)


@post("/me/calendar", guards=[requires("deadlines.read")])
async def make_feed(request: SignedRequest) -> Template:
    """A new link; the one before opens nothing from now on."""
    secret = await links.issue(request.user, now())
    return await _feed_page(request, f"{settings().address}/calendars/{secret}")


@post("/me/calendar/ending", guards=[requires("deadlines.read")])
async def end_feed(request: SignedRequest) -> Redirect:
    """Take the link back: telephones that have it find nothing any more."""
    await links.end(request.user, now())
    return Redirect("/me/calendar", status_code=303)


@get("/calendars/{feed:str}", guards=[public])
async def read_feed(feed: FromPath[str]) -> Response[str]:
    """The limits of whoever made the link, as they stand now; refuses `not_found` for any other name."""
    person = await links.owner_of(feed.removesuffix(SUFFIX)) if feed.endswith(SUFFIX) else None
    if person is None:
        raise Refusal("not_found")
    at = now()
    limits = [shown(clock, at) for clock in await own(person)]
    text = calendar_text(limits, at, settings().address)
    return Response(text, media_type="text/calendar", headers={"Cache-Control": "private, no-store"})


@get("/calendars/{secret:str}/duty.ics", guards=[public])
async def read_shifts(secret: FromPath[str]) -> Response[str]:
    """The shifts of whoever made the link, from a month ago on; refuses `not_found` for any other name, and once the person may
    not read rosters any more."""
    person = await links.owner_of(secret)
    if person is None or not may(person, "duty.read"):
        raise Refusal("not_found")
    at = now()
    shifts = await shifts_of_officer(person.id, person.township_id, at - SHOWN_BACK)
    text = shifts_text(shifts, person.id, at, settings().address)
    return Response(text, media_type="text/calendar", headers={"Cache-Control": "private, no-store"})


async def _feed_page(request: SignedRequest, link: str = "") -> Template:
    """`link` is what both addresses begin with: limits, and shifts for those who stand on rosters."""
    found = [("时限", f"{link}{SUFFIX}")] if link else []
    if link and may(request.user, "duty.read"):
        found.append(("班次", f"{link}{SHIFTS}"))
    since = await links.open_since(request.user)
    return page(request, "deadlines/feed.html", current="me", links=found, since=since)


ROUTES = [show_feed, make_feed, end_feed, read_feed, read_shifts]
