"""清单管理: what departments propose, spreadsheets in and out."""

from litestar import Response, get
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters.pages.addresses import Code
from backend.office.matters.queries.imports import imports_of
from backend.office.matters.queries.proposals import ANSWERS, proposals_open_to
from backend.office.matters.queries.reach import list_of, lists_open_to
from backend.office.matters.sheet.answering import blank_file, list_file


@get("/matters/upkeep", guards=[requires("matters.discuss")])
async def show_upkeep(request: SignedRequest) -> Template:
    """Proposals first, then the last spreadsheets."""
    return page(
        request,
        "matters/upkeep.html",
        current="matters",
        proposals=await proposals_open_to(request.user),
        answers=ANSWERS,
        imports=await imports_of(request.user),
        lists=await lists_open_to(request.user),
    )


@get("/matters/list.xlsx", guards=[requires("matters.read")])
async def take_list(request: SignedRequest, township: Code = "") -> Response[bytes]:
    """The newest version of every matter, in the form an import reads."""
    return await list_file(await list_of(request.user, township), now())


@get("/matters/form.xlsx", guards=[requires("matters.read")])
async def take_form(request: SignedRequest, township: Code = "") -> Response[bytes]:
    """The same form with nothing in it."""
    return await blank_file(await list_of(request.user, township))


ROUTES = [show_upkeep, take_list, take_form]
