"""One incident: what was reported to whom, what is owed next, and the next act of whoever looks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.incidents.queries.history import history
from backend.field.incidents.queries.sheet import Sheet, sheet
from backend.field.incidents.queries.visible import load
from backend.field.incidents.rules.incident import Incident, Report
from backend.field.incidents.rules.offers import Offers, offers
from backend.field.incidents.rules.words import CHANNELS, KINDS, STATES, casualty_words, stage_words
from backend.field.incidents.sentences import explanation_words, telling_words
from backend.foundation.clocks import shown
from backend.foundation.evidence.strips import strip
from backend.foundation.maps import Map
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.places.queries import sketch

PATH = "/incidents/{incident_id:uuid}"


@get(PATH, guards=[requires("incident.read")])
async def show(request: SignedRequest, incident_id: FromPath[UUID]) -> Template:
    """Its reports newest first, what is owed, and what can be done next."""
    at = now()
    found = await sheet(request.user, incident_id)
    return page(request, "incidents/show.html", current="incidents", **await _shown(request.user, found, at))


@get(f"{PATH}/timeline", guards=[requires("incident.read")])
async def show_timeline(request: SignedRequest, incident_id: FromPath[UUID]) -> Template:
    """Everything that happened to it, as far as it is this side's to see."""
    found = await load(request.user, incident_id)
    lines = await history(incident_id, found.side(request.user))
    name, url = found.incident.title, f"/incidents/{incident_id}"
    return page(request, "layout/timeline.html", current="incidents", name=name, url=url, lines=lines)


def _offers(person: Person, found: Sheet) -> Offers:
    read = any(step.unit == person.unit_id for step in found.course.of("receipt"))
    return offers(person, found.side, found.named.incident, found.course.waiting, read=read)


async def _shown(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    incident = found.named.incident
    return {
        "found": found,
        "named": found.named,
        "incident": incident,
        "side": found.side,
        "state_words": STATES[incident.state],
        "limits": [shown(clock, at) for clock in found.clocks],
        "reports": [_report(found, report) for report in reversed(found.reports)],
        "explanations": [
            (step, explanation_words(step.speaker, step.head_count, step.text))
            for step in found.course.of("explanations")
        ],
        "told": [_told(found, each.id) | {"body": each} for each in found.course.addressees],
        "bodies": [(each.code, each.name) for each in found.course.addressees],
        "kinds": KINDS,
        "channels": list(CHANNELS.items()),
        "offers": _offers(person, found),
        "waiting": found.course.waiting if found.side == "own" else None,
        "place_words": incident.place_words,
        "strip": await strip(person, "incident", incident.id, found.photos, open_=incident.open),
        "on_map": await _on_map(incident),
        "at": at,
    }


async def _on_map(incident: Incident) -> Map | None:
    """Where it is, in the township it is in; None where no position is known."""
    return Map(await sketch(incident.township), numbered=[(1, incident.spot)]) if incident.spot else None


def _report(found: Sheet, report: Report) -> dict[str, Any]:
    return {
        "report": report,
        "stage": stage_words(report.kind, report.which),
        "casualties": casualty_words(report.injured, report.dead),
        "number": found.number_of(report),
    }


def _told(found: Sheet, body: UUID) -> dict[str, Any]:
    """How a body heard of it, and whether it signed for it."""
    receipt = next((step for step in found.course.of("receipt") if step.unit == body), None)
    said = [
        (step, telling_words(step.channel, step.speaker, step.speaker_position, step.text))
        for step in found.course.of("tellings")
        if step.unit == body
    ]
    return {"receipt": receipt, "tellings": said}


ROUTES = [show, show_timeline]
