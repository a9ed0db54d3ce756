"""/settings/superior: name, telephone and platform of the superior command."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from backend.foundation.journal import Line, timeline
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.settings.queries import chosen_township, townships_of
from backend.office.superior.commands import change
from backend.office.superior.queries import standing_of
from backend.office.superior.rules import judged
from backend.office.superior.sentences import told

FIELDS = ("name", "phone", "url")


@get("/settings/superior", guards=[requires("settings.manage")])
async def show_superior(request: SignedRequest, township: FromQuery[str] = "") -> Template:
    """What is set; a county administrator chooses whose."""
    return await _form(request, await chosen_township(request.user, township))


@post("/settings/superior", guards=[requires("settings.manage")])
async def save_superior(request: SignedRequest) -> Template | Redirect:
    """Everything left empty: there is none any more. What does not fit keeps what was typed."""
    sent = await read_form(request)
    township = await chosen_township(request.user, sent.text("township"))
    try:
        wanted = judged(*(sent.text(name) for name in FIELDS))
        await change(township, wanted, seen=sent.text("seen"), by=request.user, at=now())
    except Refusal as refusal:
        return await _form(request, township, sent, refusal)
    return Redirect(f"/settings/superior?township={township}", status_code=303)


async def _form(
    request: SignedRequest, township: UUID, typed: Fields | None = None, refusal: Refusal | None = None
) -> Template:
    standing = await standing_of(township)
    kept = {name: getattr(standing.superior, name) for name in FIELDS}
    return page(
        request,
        "superior/form.html",
        status=refusal.status if refusal else 200,
        current="settings",
        township=township,
        townships=await townships_of(request.user),
        standing=standing,
        values={name: typed.text(name) for name in FIELDS} if typed else kept,
        refusal=refusal,
        lines=[
            Line(moment, told(moment))
            for moment in reversed(await timeline("township", township))
            if moment.kind == "superior.changed"
        ],
    )


ROUTES = [show_superior, save_superior]
