"""/assists/{id}: waiting, taken, ended; for whoever called, whoever comes, and whoever looks on."""

from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.casework.handoffs.cards import named
from backend.casework.handoffs.queries.visible import find_among
from backend.field.assists.card import NEXT, comers, comers_title, headline, passed, spot_of, way_of_reader
from backend.field.assists.queries.colleagues import answerers, told_of
from backend.field.assists.queries.history import history
from backend.field.assists.queries.lines import Line, lines_for
from backend.field.assists.queries.ringing import ringing_for
from backend.field.assists.queries.scene import scene_of
from backend.field.assists.queries.sequel import candidates
from backend.field.assists.queries.sheet import Sheet, sheet
from backend.field.assists.rules.access import is_police
from backend.field.assists.rules.offers import Offers, offers
from backend.field.assists.rules.states import NOT_LEFT, state_words
from backend.field.assists.rules.words import (
    CHANNELS,
    DANGERS,
    POSITION_MARKS,
    REASONS,
    SEVERITIES,
    STATUSES,
    steps_words,
)
from backend.foundation.evidence.strips import strip
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.queries.presence import on_duty_with


@get("/assists/{assist_id:uuid}", guards=[requires("assist.read")])
async def show_assist(request: SignedRequest, assist_id: FromPath[UUID]) -> Template:
    """What is true of it now; its parts are drawn anew as it goes on."""
    at, found = now(), await sheet(request.user, assist_id)
    called = found.called
    given = offers(request.user, called.assist, called.responses, called.crew)
    return page(
        request,
        "assists/show.html",
        current="assist",
        at=at,
        offers=given,
        rings=any(each.assist.id == assist_id for each in await ringing_for(request.user, at, None)),
        lines=await history(assist_id),
        scene=await scene_of(called.assist) if called.assist.open else "",
        strip=await strip(
            request.user, "assist", assist_id, found.photos, open_=given.speak or given.outcome
        ),
        **_shown(request.user, found),
        desk=await _desk(request.user, found, given),
        candidates=await candidates(request.user, found) if given.outcome else [],
        **await _handed_over(request.user, found),
        **await _named(found, given),
    )


def _shown(person: Person, found: Sheet) -> dict[str, Any]:
    assist = found.called.assist
    return {
        "found": found,
        "assist": assist,
        "raiser": found.people[assist.raised_by],
        "headline": headline(found),
        "state_name": state_words(assist),
        "drill": STATUSES[assist.status] if assist.exercise else "",
        "comers": comers(found),
        "comers_title": comers_title(found),
        "passed": passed(found),
        "spot": spot_of(assist),
        "way": way_of_reader(found, person.id),
        "marks": [POSITION_MARKS[mark] for mark in assist.marks],
        "next_words": NEXT.get(assist.next_step),
        "slow": assist.state in NOT_LEFT and any(step["step"] == "departure" for step in found.escalations),
        "severity_name": SEVERITIES[assist.severity],
    }


async def _desk(person: Person, found: Sheet, given: Offers) -> Line | None:
    """Whom an onlooker calls besides whoever called: the police on duty, else the station or its chief."""
    assist = found.called.assist
    if not assist.open or given.main or given.speak:
        return None
    phone = assist.phone or found.people[assist.raised_by]["phone"]
    lines = await lines_for(person, await on_duty_with(person, now()))
    return next((line for line in lines if line.phone != phone), None)


async def _handed_over(person: Person, found: Sheet) -> dict[str, Any]:
    """The cases that came of it, by id, and whether this person may begin one: not of a drill, and not police themselves."""
    linked = [record.id for record in found.followups if record.kind == "handoff"]
    cases = await find_among(person, linked) if linked else []
    assist = found.called.assist
    never = assist.exercise or is_police(person.roles, assist.township)
    return {
        "handoffs": {case.handoff.id: named(case) for case in cases},
        "hands_over": may(person, "handoff.write") and not never,
    }


async def _named(found: Sheet, given: Offers) -> dict[str, Any]:
    """What the dialogs of an open call offer: people, channels, reasons."""
    assist = found.called.assist
    others = await answerers(assist) if given.behalf or given.leave else []
    return {
        "told": await told_of(assist.id) if assist.open else [],
        "others": [(each.username, f"{each.name} {each.unit_name}") for each in others],
        "channels": list(CHANNELS.items()),
        "severities": list(SEVERITIES.items()),
        "reasons": [(word, word) for word in REASONS],
        "dangers": [(word, word) for word in DANGERS],
        "steps": [(noun, word) for noun, word in steps_words(police=True).items() if noun != "withdrawal"],
    }


ROUTES = [show_assist]
