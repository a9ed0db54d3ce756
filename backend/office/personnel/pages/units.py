"""/units: the bodies and their parts, each with its one 联络人."""

from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.people.units import UNIT_KINDS
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.personnel.commands.units import add_unit, change_unit
from backend.office.personnel.queries.officers import officers_within
from backend.office.personnel.queries.units import UnitCard, possible_parents, unit_within, units_within
from backend.office.personnel.reach import Reach, reach_of
from backend.office.personnel.rules.units import UnitDraft
from backend.office.personnel.sentences import told
from backend.office.personnel.typed import unit_draft, version


@get("/units", guards=[requires("people.read")])
async def show_units(request: SignedRequest) -> Template:
    """Everything the administrator looks after, by township."""
    found = await units_within(await reach_of(request.user))
    return page(request, "personnel/units.html", current="people", units=found, kinds=UNIT_KINDS)


@get("/units/new", guards=[requires("people.manage")])
async def new_unit(request: SignedRequest) -> Template:
    """An empty form."""
    return await _form(request, await reach_of(request.user))


@post("/units", guards=[requires("people.manage")])
async def create_unit(request: SignedRequest) -> Template | Redirect:
    """Add it; a refusal shows the form again with everything that was typed."""
    reach, draft = await reach_of(request.user), unit_draft(await read_form(request))
    try:
        unit = await add_unit(reach, draft, request.user)
    except Refusal as refusal:
        return await _form(request, reach, draft=draft, refusal=refusal)
    return Redirect(f"/units/{unit}", status_code=303)


@get("/units/{unit_id:uuid}", guards=[requires("people.read")])
async def show_unit(request: SignedRequest, unit_id: FromPath[UUID]) -> Template:
    """One unit: what it is, its people, what happened to it."""
    reach = await reach_of(request.user)
    unit = await unit_within(reach, unit_id)
    return page(
        request,
        "personnel/unit.html",
        current="people",
        unit=unit,
        kinds=UNIT_KINDS,
        people=await officers_within(reach, unit=unit_id),
        lines=told_lines(reversed(await timeline("unit", unit_id)), told),
    )


@get("/units/{unit_id:uuid}/edit", guards=[requires("people.manage")])
async def edit_unit(request: SignedRequest, unit_id: FromPath[UUID]) -> Template:
    """The form with what is known."""
    reach = await reach_of(request.user)
    return await _form(request, reach, unit=await unit_within(reach, unit_id))


@post("/units/{unit_id:uuid}", guards=[requires("people.manage")])
async def save_unit(request: SignedRequest, unit_id: FromPath[UUID]) -> Template | Redirect:
    """Change it if nobody was faster."""
    reach, sent = await reach_of(request.user), await read_form(request)
    unit, draft = await unit_within(reach, unit_id), unit_draft(sent)
    try:
        await change_unit(unit, reach, draft, version(sent), request.user)
    except Refusal as refusal:
        return await _form(request, reach, unit=unit, draft=draft, refusal=refusal)
    return Redirect(f"/units/{unit_id}", status_code=303)


async def _form(
    request: SignedRequest,
    reach: Reach,
    *,
    unit: UnitCard | None = None,
    draft: UnitDraft | None = None,
    refusal: Refusal | None = None,
) -> Template:
    parents = [parent for parent in await possible_parents(reach) if unit is None or parent.id != unit.id]
    people: list[Any] = await officers_within(reach, unit=unit.id) if unit else []
    return page(
        request,
        "personnel/unit_form.html",
        status=refusal.status if refusal else 200,
        current="people",
        unit=unit,
        typed=draft or unit,
        refusal=refusal,
        kinds=list(UNIT_KINDS.items()),
        parents=[(parent.id, parent.name) for parent in parents],
        people=[(officer.id, officer.name) for officer in people],
        county_bodies=reach.county_bodies and reach.township is not None,
    )


ROUTES = [show_units, new_unit, create_unit, show_unit, edit_unit, save_unit]
