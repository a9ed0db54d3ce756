"""What the keepers of the list do with a matter: list it, give it its next version, withdraw one, note sayings."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.matters import typed
from backend.office.matters.commands.versions import (
    add_version,
    change_sayings,
    list_matter,
    withdraw_version,
)
from backend.office.matters.commands.writing import act_of
from backend.office.matters.pages.form import Asked, blank, filled, form
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.matter import sheet
from backend.office.matters.rules.faults import refuse
from backend.office.matters.rules.lines import read_sayings

MANAGE = [requires("matters.manage")]


@get("/matters/new", guards=MANAGE)
async def new_matter(request: SignedRequest) -> Template:
    """An empty form."""
    act = act_of(request.user, now())
    return form(request, Asked("new", "/matters", "/matters", blank()), await directory_of(act.township))


@post("/matters", guards=MANAGE)
async def create_matter(request: SignedRequest) -> Template | Redirect:
    """Put it on the list; a refusal shows the form again with everything that was typed."""
    act, cells = act_of(request.user, now()), typed.cells(await read_form(request))
    directory = await directory_of(act.township)
    draft, read = typed.read(cells, directory)
    try:
        refuse(read.faults)
        matter = await list_matter(draft, read.sayings, act)
    except Refusal as refusal:
        return form(request, Asked("new", "/matters", "/matters", cells), directory, refusal)
    return Redirect(f"/matters/{matter}", status_code=303)


@get("/matters/{matter_id:uuid}/versions/new", guards=MANAGE)
async def new_version(request: SignedRequest, matter_id: FromPath[UUID]) -> Template:
    """The form with what the newest version says."""
    found = await sheet(request.user, matter_id, now())
    directory = await directory_of(found.whose.id)
    where = f"/matters/{matter_id}"
    return form(
        request, Asked("version", f"{where}/versions", where, filled(found, directory), found), directory
    )


@post("/matters/{matter_id:uuid}/versions", guards=MANAGE)
async def create_version(request: SignedRequest, matter_id: FromPath[UUID]) -> Template | Redirect:
    """The next version, from its day on."""
    found, sent = await sheet(request.user, matter_id, now()), await read_form(request)
    directory, where = await directory_of(found.whose.id), f"/matters/{matter_id}"
    cells = typed.cells(sent) | {"code": found.code}
    draft, read = typed.read(cells, directory)
    try:
        refuse(read.faults)
        await add_version(matter_id, draft, typed.version(sent), act_of(request.user, now()))
    except Refusal as refusal:
        return form(request, Asked("version", f"{where}/versions", where, cells, found), directory, refusal)
    return Redirect(where, status_code=303)


@post("/matters/{matter_id:uuid}/versions/withdrawal", guards=MANAGE)
async def withdraw(request: SignedRequest, matter_id: FromPath[UUID]) -> Redirect:
    """Take back a version that has not begun."""
    await sheet(request.user, matter_id, now())
    sent = await read_form(request)
    number, why = sent.number("number") or 0, sent.text("why")
    await withdraw_version(matter_id, number, why, typed.version(sent), act_of(request.user, now()))
    return Redirect(f"/matters/{matter_id}", status_code=303)


@post("/matters/{matter_id:uuid}/sayings", guards=MANAGE)
async def save_sayings(request: SignedRequest, matter_id: FromPath[UUID]) -> Redirect:
    """What officers here call it."""
    await sheet(request.user, matter_id, now())
    sent = await read_form(request)
    sayings = read_sayings(sent.text("sayings"))
    await change_sayings(matter_id, sayings, typed.version(sent), act_of(request.user, now()))
    return Redirect(f"/matters/{matter_id}", status_code=303)


ROUTES = [new_matter, create_matter, new_version, create_version, withdraw, save_sayings]
