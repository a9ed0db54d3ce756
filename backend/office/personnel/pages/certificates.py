"""执法证: writing one down, correcting, suspending and restoring it."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.now import now
from backend.foundation.people.certificates import Certificate
from backend.foundation.people.queries import certificates_of
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.personnel.commands.certificates import (
    add_certificate,
    correct_certificate,
    restore,
    suspend,
)
from backend.office.personnel.queries.certificates import holder_within
from backend.office.personnel.queries.officers import OfficerCard, officer_within
from backend.office.personnel.reach import reach_of
from backend.office.personnel.rules.certificates import CertificateDraft
from backend.office.personnel.typed import certificate_draft, version


@get("/officers/{officer_id:uuid}/certificates/new", guards=[requires("people.manage")])
async def new_certificate(request: SignedRequest, officer_id: FromPath[UUID]) -> Template:
    """An empty form."""
    holder = await officer_within(await reach_of(request.user), officer_id)
    return _form(request, holder, CertificateDraft("", "", None, None))


@post("/officers/{officer_id:uuid}/certificates", guards=[requires("people.manage")])
async def create_certificate(request: SignedRequest, officer_id: FromPath[UUID]) -> Template | Redirect:
    """Write it down; a refusal shows the form again with everything that was typed."""
    holder = await officer_within(await reach_of(request.user), officer_id)
    sent = await read_form(request)
    draft = certificate_draft(sent)
    try:
        await add_certificate(holder, draft, version(sent), request.user)
    except Refusal as refusal:
        return _form(request, holder, draft, refusal=refusal)
    return Redirect(f"/officers/{officer_id}", status_code=303)


@get("/certificates/{certificate_id:uuid}/edit", guards=[requires("people.manage")])
async def edit_certificate(request: SignedRequest, certificate_id: FromPath[UUID]) -> Template:
    """The form with what is known."""
    holder, known = await _known(request, certificate_id)
    draft = CertificateDraft(known.number, known.issuer, known.first_day, known.last_day)
    return _form(request, holder, draft, certificate=known)


@post("/certificates/{certificate_id:uuid}", guards=[requires("people.manage")])
async def save_certificate(request: SignedRequest, certificate_id: FromPath[UUID]) -> Template | Redirect:
    """Put right what was written down wrong."""
    holder, known = await _known(request, certificate_id)
    sent = await read_form(request)
    draft = certificate_draft(sent)
    try:
        await correct_certificate(certificate_id, holder, draft, version(sent), request.user)
    except Refusal as refusal:
        return _form(request, holder, draft, certificate=known, refusal=refusal)
    return Redirect(f"/officers/{holder.id}", status_code=303)


@post("/certificates/{certificate_id:uuid}/suspension", guards=[requires("people.manage")])
async def suspend_certificate(request: SignedRequest, certificate_id: FromPath[UUID]) -> Redirect:
    """暂扣 with its reason; it stops counting at once."""
    holder = await holder_within(await reach_of(request.user), certificate_id)
    sent = await read_form(request)
    await suspend(
        certificate_id, holder, sent.text("reason"), version=version(sent), by=request.user, at=now()
    )
    return Redirect(f"/officers/{holder.id}", status_code=303)


@post("/certificates/{certificate_id:uuid}/restoration", guards=[requires("people.manage")])
async def restore_certificate(request: SignedRequest, certificate_id: FromPath[UUID]) -> Redirect:
    """End the suspension."""
    holder = await holder_within(await reach_of(request.user), certificate_id)
    sent = await read_form(request)
    await restore(certificate_id, holder, version=version(sent), by=request.user, at=now())
    return Redirect(f"/officers/{holder.id}", status_code=303)


async def _known(request: SignedRequest, certificate_id: FromPath[UUID]) -> tuple[OfficerCard, Certificate]:
    holder = await holder_within(await reach_of(request.user), certificate_id)
    known = next(found for found in await certificates_of(holder.id) if found.id == certificate_id)
    return holder, known


def _form(
    request: SignedRequest,
    holder: OfficerCard,
    typed: CertificateDraft,
    *,
    certificate: Certificate | None = None,
    refusal: Refusal | None = None,
) -> Template:
    return page(
        request,
        "personnel/certificate_form.html",
        status=refusal.status if refusal else 200,
        current="people",
        holder=holder,
        certificate=certificate,
        typed=typed,
        refusal=refusal,
    )


ROUTES = [
    new_certificate,
    create_certificate,
    edit_certificate,
    save_certificate,
    suspend_certificate,
    restore_certificate,
]
