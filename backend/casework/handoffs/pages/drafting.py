"""起草移送: one form, from a finding, from a call for help or from nothing; the same filled for a change."""

from typing import Literal
from uuid import UUID

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from backend.casework.handoffs.form import Form, addressed, empty_form, filled_form, to_police
from backend.casework.handoffs.queries.beginning import begin
from backend.casework.handoffs.queries.directory import directory
from backend.casework.handoffs.queries.visible import load
from backend.casework.handoffs.rules import access, states
from backend.foundation.mechanism import load_profile
from backend.foundation.now import now
from backend.foundation.refusals import demand
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters import matter_in_force, verdict

PATH = "/handoffs/{handoff_id:uuid}/edit"


@get("/handoffs/new", guards=[requires("handoff.write")])
async def write_new(
    request: SignedRequest,
    finding: FromQuery[UUID | None] = None,
    kind: FromQuery[Literal["finding", "assist"]] = "finding",
    origin: FromQuery[UUID | None] = None,
) -> Template:
    """An empty form, or one filled with what a finding or a call for help says."""
    person, at = request.user, now()
    began = await begin(person, kind if origin else "finding", origin or finding, at)
    return await form_page(request, empty_form(person, await directory(person.county_id), began, at))


@get(PATH, guards=[requires("handoff.write")])
async def edit(
    request: SignedRequest, handoff_id: FromPath[UUID], to_unit: FromQuery[str | None] = None
) -> Template:
    """`to_unit`: another addressee to begin with. Refuses what the API would refuse once the form is filled in."""
    case = await load(request.user, handoff_id)
    demand(case.side == "sender" and access.may_write(request.user), "由移送方修改")
    states.still_open(case.handoff.state)
    return await form_page(request, filled_form(case, to_unit))


async def form_page(request: SignedRequest, form: Form, *, here: bool = False) -> Template:
    """`here`: what the form begins with is on the phone."""
    township, code = form.township, form.values["matter_code"]
    matter = await matter_in_force(township, code, now()) if township and code else None
    form = addressed(form, matter)
    if form.origin and form.origin.kind == "assist":
        form = to_police(form, matter)
    return page(
        request,
        "handoffs/form.html",
        current="handoffs",
        form=form,
        here=here,
        values=form.values,
        matter=matter,
        competence=verdict(matter) if matter else "",
        profile=load_profile(form.profile) if form.profile else None,
        at=now(),
    )


ROUTES = [write_new, edit]
