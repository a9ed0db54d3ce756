"""起草移送: one form, from a finding, from a call for help or from nothing; the same filled for a change."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from backend.casework.handoffs.form import Form, addressed, empty_form, filled_form, to_police
from backend.casework.handoffs.queries.beginning import begin
from backend.casework.handoffs.queries.directory import Directory, directory
from backend.casework.handoffs.queries.visible import load
from backend.casework.handoffs.rules import access, states
from backend.foundation.mechanism import load_profile
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import demand
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters import lists_open_to, matter_in_force, verdict


@dataclass(frozen=True, slots=True)
class Lists:
    """What a matter may be chosen from: townships as (code, name), and whose list each addressee has."""

    townships: list[tuple[str, str]]
    of_units: dict[str, str]


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
    units = await directory(person.county_id)
    return await form_page(request, empty_form(person, units, began, at), units)


@get(PATH, guards=[requires("handoff.write")])
async def edit(
    request: SignedRequest, handoff_id: FromPath[UUID], to_unit: FromQuery[str | None] = None
) -> Template:
    """`to_unit`: another addressee to begin with. Refuses what the API would refuse once the form is filled in."""
    case = await load(request.user, handoff_id)
    demand(case.side == "sender" and access.may_write(request.user), "由移送方修改")
    states.still_open(case.handoff.state)
    return await form_page(request, filled_form(case, to_unit), case.units)


async def form_page(request: SignedRequest, form: Form, units: Directory, *, here: bool = False) -> Template:
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
        lists=await _lists(request.user, form, units),
        profile=load_profile(form.profile) if form.profile else None,
        at=now(),
    )


async def _lists(person: Person, form: Form, units: Directory) -> Lists:
    """Of the township a county body has chosen, or of all it may yet choose; none for a township's people, who have one."""
    if person.township_id:
        return Lists([], {})
    lists = [each for each in await lists_open_to(person) if form.township in (None, each.id)]
    codes = {each.id: each.code for each in lists}
    governments = [unit for unit in units.units.values() if unit.is_township and unit.township in codes]
    named = [(each.code, each.name) for each in lists]
    return Lists(named, {unit.code: codes[unit.township] for unit in governments if unit.township})


ROUTES = [write_new, edit]
