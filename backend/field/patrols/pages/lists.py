"""进行中, 计划, 未备案, 退回, 最近备案."""

from litestar import get
from litestar.response import Template

from backend.field.patrols.queries.board import board
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/patrols", guards=[requires("patrol.read")])
async def show_list(request: SignedRequest) -> Template:
    """What this person may see, by what it waits for."""
    return page(request, "patrols/list.html", current="patrols", board=await board(request.user, now()))


ROUTES = [show_list]
