"""The list for whoever watches, the form that begins, the page with the big button."""

from dataclasses import fields
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.checkins.cards import card
from backend.field.checkins.queries.people import colleagues
from backend.field.checkins.queries.visible import ended_ones, load, open_ones
from backend.field.checkins.rules.access import watches
from backend.field.checkins.rules.words import CHANNELS, INTERVALS, REASONS
from backend.field.checkins.sentences import told
from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import now
from backend.foundation.preferences import preferences
from backend.foundation.records import visible_record
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest


@get("/checkins", guards=[requires("checkin.read")])
async def show_list(request: SignedRequest) -> Template:
    """What runs, the one that is due first on top; to htmx the rows alone."""
    person, at = request.user, now()
    return page(
        request,
        "checkins/_rows.html" if is_fragment(request) else "checkins/list.html",
        current="assist",
        open=[card(named, at) for named in await open_ones(person)],
        ended=[card(named, at) for named in await ended_ones(person)],
        at=at,
    )


@get("/checkins/new", guards=[requires("checkin.run")])
async def write_new(request: SignedRequest) -> Template:
    """Where to, why, how often; for whom, where one may begin for others."""
    person = request.user
    settings = await preferences(person.township_id)
    return page(
        request,
        "checkins/form.html",
        current="assist",
        reasons=[(word, word) for word in REASONS],
        intervals=[(minutes, f"{minutes}分钟") for minutes in INTERVALS],
        people=[(each.username, each.name) for each in await colleagues(person)],
        settings=settings,
    )


@get("/checkins/{checkin_id:uuid}", guards=[requires("checkin.read")])
async def show(request: SignedRequest, checkin_id: FromPath[UUID]) -> Template:
    """The big button for whoever is there, whose phone keeps the page; for whoever watches, how to reach them and a word on
    their behalf."""
    person, at = request.user, now()
    shown = card(await load(person, checkin_id), at)
    checkin = shown.checkin
    own = person.id == checkin.officer
    return page(
        request,
        "checkins/show.html",
        current="assist",
        kept=own and checkin.open,
        own=own,
        speaks=own or person.id == checkin.begun_by or watches(person, checkin.unit),
        channels=list(CHANNELS.items()),
        help=await visible_record(person, "assist", checkin.assist) if checkin.assist else None,
        place_words=checkin.place_words,
        lines=told_lines(await timeline("checkin", checkin_id), told),
        at=at,
        **{each.name: getattr(shown, each.name) for each in fields(shown)},
    )


ROUTES = [show_list, write_new, show]
