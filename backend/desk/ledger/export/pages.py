"""Taking the ledger away from the page: what is under way with its progress, what lies ready for a day."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import File, Redirect, Template

from backend.desk.ledger.export.answering import as_file, begun
from backend.desk.ledger.export.commands import AT_ONCE
from backend.desk.ledger.export.queries import filters_in_words, find, recent
from backend.field.patrols.rules.filters import NAMES, read_filters
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest

FORMATS = ("xlsx", "csv")


@get("/ledger/exports", guards=[requires("ledger.export")])
async def show_exports(request: SignedRequest) -> Template:
    """What these filters would export, and the person's exports of the last day; over the page for htmx."""
    filters = read_filters(request.query_params)
    return page(
        request,
        "ledger/_exports_dialog.html" if is_fragment(request) else "ledger/exports.html",
        current="ledger",
        asked=filters,
        told=await filters_in_words(request.user, filters),
        exports=await recent(request.user),
    )


@post("/ledger/exports", guards=[requires("ledger.export")])
async def ask_export(request: SignedRequest) -> Template | Redirect:
    """Begin one; a short one is ready with the answer."""
    sent = await read_form(request)
    form = sent.text("format")
    if form not in FORMATS:
        raise Refusal("invalid", fields={"format": "xlsx 或 csv"})
    export = await begun(request.user, read_filters({name: sent.text(name) for name in NAMES}), form)
    if not is_fragment(request):
        return Redirect("/ledger/exports", status_code=303)
    return page(request, "ledger/_export.html", export=export, fresh=export.total <= AT_ONCE)


@get("/ledger/exports/{export_id:uuid}/progress", guards=[requires("ledger.export")])
async def show_progress(request: SignedRequest, export_id: FromPath[UUID]) -> Template:
    """One export as it stands now; the page asks again every second until it is done."""
    export = await find(request.user, export_id)
    return page(request, "ledger/_export.html", export=export, fresh=export.ready)


@get("/ledger/exports/{export_id:uuid}", guards=[requires("ledger.export")])
async def get_export(request: SignedRequest, export_id: FromPath[UUID]) -> File:
    """The file, to its owner alone."""
    return as_file(await find(request.user, export_id))


ROUTES = [show_exports, ask_export, show_progress, get_export]
