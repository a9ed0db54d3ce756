"""派驻: where somebody of a stationed office comes from, since when, by which paper."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.personnel.commands.attachments import add_attachment, correct_attachment
from backend.office.personnel.queries.attachments import Attachment, attachment_within, departments
from backend.office.personnel.queries.officers import OfficerCard, officer_within
from backend.office.personnel.reach import reach_of
from backend.office.personnel.rules.attachments import AttachmentDraft
from backend.office.personnel.typed import attachment_draft, version


@get("/officers/{officer_id:uuid}/attachments/new", guards=[requires("people.manage")])
async def new_attachment(request: SignedRequest, officer_id: FromPath[UUID]) -> Template:
    """An empty form."""
    holder = await officer_within(await reach_of(request.user), officer_id)
    return await _form(request, holder, AttachmentDraft(None, "", None, None, ""))


@post("/officers/{officer_id:uuid}/attachments", guards=[requires("people.manage")])
async def create_attachment(request: SignedRequest, officer_id: FromPath[UUID]) -> Template | Redirect:
    """Write it down; a refusal shows the form again with everything that was typed."""
    holder = await officer_within(await reach_of(request.user), officer_id)
    sent = await read_form(request)
    draft = attachment_draft(sent)
    try:
        await add_attachment(holder, draft, version=version(sent), by=request.user, at=now())
    except Refusal as refusal:
        return await _form(request, holder, draft, refusal=refusal)
    return Redirect(f"/officers/{officer_id}", status_code=303)


@get("/attachments/{attachment_id:uuid}/edit", guards=[requires("people.manage")])
async def edit_attachment(request: SignedRequest, attachment_id: FromPath[UUID]) -> Template:
    """The form with what is known."""
    holder, known = await attachment_within(await reach_of(request.user), attachment_id)
    return await _form(request, holder, known, attachment=known)


@post("/attachments/{attachment_id:uuid}", guards=[requires("people.manage")])
async def save_attachment(request: SignedRequest, attachment_id: FromPath[UUID]) -> Template | Redirect:
    """Put it right, or give it its last day."""
    holder, known = await attachment_within(await reach_of(request.user), attachment_id)
    sent = await read_form(request)
    draft = attachment_draft(sent)
    try:
        await correct_attachment(
            attachment_id, holder, draft, version=version(sent), by=request.user, at=now()
        )
    except Refusal as refusal:
        return await _form(request, holder, draft, attachment=known, refusal=refusal)
    return Redirect(f"/officers/{holder.id}", status_code=303)


async def _form(
    request: SignedRequest,
    holder: OfficerCard,
    typed: AttachmentDraft | Attachment,
    *,
    attachment: Attachment | None = None,
    refusal: Refusal | None = None,
) -> Template:
    return page(
        request,
        "personnel/attachment_form.html",
        status=refusal.status if refusal else 200,
        current="people",
        holder=holder,
        attachment=attachment,
        typed=typed,
        departments=await departments(request.user.county_id),
        refusal=refusal,
    )


ROUTES = [new_attachment, create_attachment, edit_attachment, save_attachment]
