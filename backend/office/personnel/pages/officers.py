"""/officers: who is there, in which unit, with which part to play."""

from itertools import groupby
from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect, Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import now
from backend.foundation.people.permissions import ROLES
from backend.foundation.people.queries import certificates_of
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.personnel.commands.officers import add_officer, change_officer
from backend.office.personnel.queries.attachments import attachments_of
from backend.office.personnel.queries.officers import MOST, OfficerCard, officer_within, officers_within
from backend.office.personnel.queries.pending import pending
from backend.office.personnel.queries.units import UnitCard, units_within
from backend.office.personnel.reach import reach_of
from backend.office.personnel.rules.officers import OfficerDraft
from backend.office.personnel.sentences import told
from backend.office.personnel.typed import officer_draft, version

Words = Annotated[str, QueryParameter(max_length=60)]


@get("/officers", guards=[requires("people.read")])
async def show_officers(request: SignedRequest, q: Words = "", left: FromQuery[bool] = False) -> Template:
    """Everybody the administrator looks after, or those who match; `left` shows who has left."""
    reach = await reach_of(request.user)
    found = await officers_within(reach, q.strip(), left=left)
    return page(
        request,
        "personnel/officers.html",
        current="people",
        units=_by_unit(found[:MOST]),
        waiting=await pending(reach, now()),
        more=len(found) > MOST,
        q=q,
        left=left,
    )


@get("/officers/new", guards=[requires("people.manage")])
async def new_officer(request: SignedRequest, unit: FromQuery[UUID | None] = None) -> Template:
    """An empty form, for a unit if one was chosen."""
    draft = OfficerDraft("", "", unit, "", "", ())
    return _form(request, await units_within(await reach_of(request.user)), typed=draft)


@post("/officers", guards=[requires("people.manage")])
async def create_officer(request: SignedRequest) -> Template:
    """Add them and show their first password, this once."""
    units = await units_within(await reach_of(request.user))
    draft = officer_draft(await read_form(request))
    try:
        officer, password = await add_officer({unit.id: unit for unit in units}, draft, request.user)
    except Refusal as refusal:
        return _form(request, units, typed=draft, refusal=refusal)
    return page(
        request,
        "personnel/first_password.html",
        status=201,
        current="people",
        officer_id=officer,
        typed=draft,
        password=password,
    )


@get("/officers/{officer_id:uuid}", guards=[requires("people.read")])
async def show_officer(request: SignedRequest, officer_id: FromPath[UUID]) -> Template:
    """One person: unit, part to play, certificates, what happened."""
    officer = await officer_within(await reach_of(request.user), officer_id)
    return page(
        request,
        "personnel/officer.html",
        current="people",
        officer=officer,
        certificates=await certificates_of(officer_id),
        attachments=await attachments_of(officer_id),
        lines=told_lines(reversed(await timeline("officer", officer_id)), told),
        at=now(),
    )


@get("/officers/{officer_id:uuid}/edit", guards=[requires("people.manage")])
async def edit_officer(request: SignedRequest, officer_id: FromPath[UUID]) -> Template:
    """The form with what is known."""
    reach = await reach_of(request.user)
    officer = await officer_within(reach, officer_id)
    return _form(request, await units_within(reach), officer=officer, typed=officer)


@post("/officers/{officer_id:uuid}", guards=[requires("people.manage")])
async def save_officer(request: SignedRequest, officer_id: FromPath[UUID]) -> Template | Redirect:
    """Change them if nobody was faster."""
    reach, sent = await reach_of(request.user), await read_form(request)
    officer, units = await officer_within(reach, officer_id), await units_within(reach)
    draft = officer_draft(sent)
    try:
        await change_officer(officer, {unit.id: unit for unit in units}, draft, version(sent), request.user)
    except Refusal as refusal:
        return _form(request, units, officer=officer, typed=draft, refusal=refusal)
    return Redirect(f"/officers/{officer_id}", status_code=303)


def _by_unit(officers: list[OfficerCard]) -> list[tuple[UUID, str, list[OfficerCard]]]:
    """In the order they come: id and name of the unit, its people."""
    groups = groupby(officers, key=lambda officer: (officer.unit, officer.unit_name))
    return [(unit, name, list(members)) for (unit, name), members in groups]


def _form(
    request: SignedRequest,
    units: list[UnitCard],
    *,
    typed: OfficerDraft | OfficerCard,
    officer: OfficerCard | None = None,
    refusal: Refusal | None = None,
) -> Template:
    return page(
        request,
        "personnel/officer_form.html",
        status=refusal.status if refusal else 200,
        current="people",
        officer=officer,
        typed=typed,
        refusal=refusal,
        units=[(unit.id, unit.name) for unit in units],
        roles=list(ROLES.items()),
    )


ROUTES = [show_officers, new_officer, create_officer, show_officer, edit_officer, save_officer]
