"""/assists: call, and see what is open; what rings on whose screen."""

import re
from datetime import datetime
from typing import Any, Final

from litestar import get
from litestar.response import Template

from backend.field.assists.queries.listed import ended_ones, open_ones
from backend.field.assists.queries.reader import where_of
from backend.field.assists.queries.ringing import ringing_for
from backend.field.assists.queries.scene import scene_of
from backend.field.assists.rules.escalation import thresholds
from backend.field.assists.rules.words import DANGERS, REASONS, SEVERITIES, STATUSES
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.queries.presence import on_duty, own_duty

CURRENT_URL = "hx-current-url"
_OF_A_CALL: Final = re.compile(r"/assists/[0-9a-f-]{36}$")


@get("/assists", guards=[requires("assist.raise")])
async def show_assists(request: SignedRequest) -> Template:
    """The button, what will happen, and every call this person may see: a phone keeps it for when there is no network."""
    person, at = request.user, now()
    return page(
        request,
        "assists/list.html",
        current="assist",
        at=at,
        open=await open_ones(person, await where_of(person, at)),
        ended=await ended_ones(person),
        reasons=[(word, word) for word in REASONS],
        dangers=[(word, word) for word in DANGERS],
        severities=list(SEVERITIES.items()),
        statuses=list(STATUSES.items()),
        duty=await own_duty(person.id, at),
        **await _afterwards(person, at),
    )


@get("/assists/alarms", guards=[requires("assist.raise")])
async def show_alarms(request: SignedRequest) -> Template:
    """What rings for this person now, except the one whose page is open: a part every page asks for when it hears of a call.

    Over the page of one call the others are a line each: who is under way there has to see it first.
    """
    person, at = request.user, now()
    here = request.headers.get(CURRENT_URL, "")
    calls = await ringing_for(person, at, await where_of(person, at))
    ringing = [each for each in calls if not here.endswith(f"/assists/{each.assist.id}")]
    brief = _OF_A_CALL.search(here) is not None
    return page(
        request,
        "assists/_alarms.html",
        at=at,
        ringing=ringing,
        scene="" if brief or not ringing else await scene_of(ringing[0].assist),
        brief=brief,
        toned=brief and len(ringing) == len(calls),
    )


async def _afterwards(person: Person, at: datetime) -> dict[str, Any]:
    """Who is told at once, and how long until more are: the township's own numbers."""
    there = await on_duty(person.township_id, at) if person.township_id else []
    return {
        "limits": thresholds("emergency", await preferences(person.township_id)),
        "police": [each.name for each in there if "police" in each.roles and each.id != person.id],
    }


ROUTES = [show_assists, show_alarms]
