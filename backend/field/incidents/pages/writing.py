"""首报: one screen, from nothing or from a record that is there; 书面报告、续报、终报: from what was said last."""

from typing import Annotated, get_args
from uuid import UUID

from litestar import get
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Template

from backend.field.emergencies.queries.belonging import logged_since
from backend.field.incidents.form import form_for, later_text
from backend.field.incidents.queries.addressees import above
from backend.field.incidents.queries.beginning import begin
from backend.field.incidents.queries.course import course
from backend.field.incidents.queries.visible import load
from backend.field.incidents.rules.access import own_side
from backend.field.incidents.rules.states import may_report, possible
from backend.field.incidents.rules.words import KINDS, LaterKind
from backend.foundation.evidence.strips import strip
from backend.foundation.mechanism import load_profile
from backend.foundation.now import now
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest

DUTIES = ("incident.report", "incident.explanation")


@get("/incidents/new", guards=[requires("incident.write")])
async def write_first(
    request: SignedRequest, kind: FromQuery[str] = "", origin: FromQuery[UUID | None] = None
) -> Template:
    """An empty form; with `kind` and `origin` filled with what that record says."""
    person, at = request.user, now()
    if person.township_id is None:
        raise Refusal("not_allowed", "突发事件由乡镇这一侧报送")
    profile = load_profile(person.profile)
    return page(
        request,
        "incidents/form.html",
        current="incidents",
        form=form_for(await above(person), await begin(person, kind, origin), at),
        strip=await strip(person, "incident"),
        settings=await preferences(person.township_id),
        duties=[(profile.cite(duty.clause), duty.quote) for duty in map(profile.duty, DUTIES) if duty],
    )


@get("/incidents/{incident_id:uuid}/reports/new", guards=[requires("incident.write")])
async def write_later(
    request: SignedRequest,
    incident_id: FromPath[UUID],
    kind: Annotated[str, QueryParameter(max_length=10)] = "",
) -> Template:
    """What was said last and what the log of its emergency says since, to be brought up to date. Refuses `incident_state`, `incident_report_waiting`."""
    found, told = await load(request.user, incident_id), await course(incident_id)
    own_side(found.side(request.user))
    kinds = [each for each in get_args(LaterKind) if possible(found.incident.state, each)]
    chosen = kind if kind in kinds else (kinds or ["final"])[0]
    may_report(found.incident, chosen, told.reports)
    logged = await logged_since(request.user, ("incident", incident_id), told.reports[-1].written_at)
    settings = await preferences(found.incident.township)
    return page(
        request,
        "incidents/report.html",
        current="incidents",
        incident=found.incident,
        kind=chosen,
        kinds=[(each, KINDS[each]) for each in kinds],
        text=later_text(told, logged),
        signed=bool(settings["incident.approval_required"]),
    )


ROUTES = [write_first, write_later]
