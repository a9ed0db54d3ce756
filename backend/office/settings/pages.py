"""/settings: every setting with its default, its range and what it is for."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from backend.foundation.journal import Line, timeline
from backend.foundation.now import now
from backend.foundation.preferences import DEFINITIONS
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.settings.commands import change_settings
from backend.office.settings.queries import chosen_township, settings_of, townships_of
from backend.office.settings.sentences import told


@get("/settings", guards=[requires("settings.manage")])
async def show_settings(request: SignedRequest, township: FromQuery[str] = "") -> Template:
    """The settings in force; a county administrator chooses whose."""
    return await _form(request, await chosen_township(request.user, township))


@post("/settings", guards=[requires("settings.manage")])
async def save_settings(request: SignedRequest) -> Template | Redirect:
    """Write what was changed; a value out of its range keeps everything that was typed."""
    sent = await read_form(request)
    township = await chosen_township(request.user, sent.text("township"))
    typed = {name: sent.number(name) for name in DEFINITIONS}
    try:
        await change_settings(township, typed, seen=sent.text("seen"), by=request.user, at=now())
    except Refusal as refusal:
        return await _form(request, township, sent, refusal)
    return Redirect(f"/settings?township={township}", status_code=303)


async def _form(
    request: SignedRequest, township: UUID, typed: Fields | None = None, refusal: Refusal | None = None
) -> Template:
    standing = await settings_of(township)
    return page(
        request,
        "settings/settings.html",
        status=refusal.status if refusal else 200,
        current="settings",
        township=township,
        townships=await townships_of(request.user),
        settings=standing,
        typed={name: typed.text(name) for name in DEFINITIONS} if typed else {},
        refusal=refusal,
        lines=[
            Line(moment, told(moment))
            for moment in reversed(await timeline("township", township))
            if moment.kind == "setting.changed"
        ],
        words={name: definition.words for name, definition in DEFINITIONS.items()},
    )


ROUTES = [show_settings, save_settings]
