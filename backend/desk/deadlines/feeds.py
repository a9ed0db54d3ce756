"""我的日历: a private link to one's limits for the calendar of a telephone, taken back at any time."""

import secrets
from datetime import datetime

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.desk.deadlines.ics import calendar_text
from backend.desk.deadlines.queries import own
from backend.foundation.clocks import shown
from backend.foundation.database import row, rows
from backend.foundation.now import now
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from
from backend.foundation.people.permissions import may
from backend.foundation.people.sessions import digest_of
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import public, requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import AnyRequest, SignedRequest

SUFFIX = ".ics"
_OPEN = "SELECT created_at FROM calendar_feeds WHERE officer = ? AND ended_at IS NULL ORDER BY created_at DESC LIMIT 1"
_END = "UPDATE calendar_feeds SET ended_at = ? WHERE officer = ? AND ended_at IS NULL"
_OWNER = (
    f"SELECT {PERSON_COLUMNS} FROM calendar_feeds f JOIN officers o ON o.id = f.officer {PERSON_JOINS} "
    "WHERE f.id = ? AND f.ended_at IS NULL AND o.left_at IS NULL"
)


@get("/me/calendar", guards=[requires("deadlines.read")])
async def show_feed(request: SignedRequest) -> Template:
    """Whether there is a link; the link itself is shown once, when it is made."""
    return await _feed_page(request)


@post("/me/calendar", guards=[requires("deadlines.read")])
async def make_feed(request: SignedRequest) -> Template:
    """A new link; the one before opens nothing from now on."""
    secret = await issue(request.user, now())
    return await _feed_page(request, f"{request.base_url}calendars/{secret}{SUFFIX}")


@post("/me/calendar/ending", guards=[requires("deadlines.read")])
async def end_feed(request: SignedRequest) -> Redirect:
    """Take the link back: telephones that have it find nothing any more."""
    await rows(_END, now(), request.user.id)
    return Redirect("/me/calendar", status_code=303)


@get("/calendars/{feed:str}", guards=[public])
async def read_feed(request: AnyRequest, feed: FromPath[str]) -> Response[str]:
    """The limits of whoever made the link, as they stand now; refuses `not_found` for any other name."""
    person = await owner_of(feed.removesuffix(SUFFIX)) if feed.endswith(SUFFIX) else None
    if person is None:
        raise Refusal("not_found")
    at = now()
    limits = [shown(clock, at) for clock in await own(person)]
    text = calendar_text(limits, at, str(request.base_url).rstrip("/"))
    return Response(
        text, media_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, no-store"}
    )


async def issue(person: Person, at: datetime) -> str:
    """The secret part of a new link, of which only the digest is kept; the link before it ends."""
    secret = secrets.token_urlsafe(24)
    await rows(_END, at, person.id)
    await rows(
        "INSERT INTO calendar_feeds (id, officer, created_at) VALUES (?, ?, ?)",
        digest_of(secret),
        person.id,
        at,
    )
    return secret


async def owner_of(secret: str) -> Person | None:
    """Whose limits the link shows; None once it was taken back or the person has left or lost the right."""
    found = await row(_OWNER, digest_of(secret))
    person = person_from(found) if found else None
    return person if person and may(person, "deadlines.read") else None


async def _feed_page(request: SignedRequest, link: str = "") -> Template:
    found = await row(_OPEN, request.user.id)
    since = found["created_at"] if found else None
    return page(request, "deadlines/feed.html", current="me", link=link, since=since)


ROUTES = [show_feed, make_feed, end_feed, read_feed]
