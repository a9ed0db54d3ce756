"""The first page of each role."""

from dataclasses import fields

from litestar import get
from litestar.response import Template

from backend.desk.today.queries.today import today
from backend.desk.today.queries.unheard import unheard
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/", guards=[requires("today.read")])
async def show_today(request: SignedRequest) -> Template:
    """Each role what it should look at first."""
    told = await today(request.user, now())
    shown = {each.name: getattr(told, each.name) for each in fields(told) if each.name != "page"}
    silent = await unheard(request.user, told.assists, told.at)
    return page(request, f"today/{told.page}.html", current="today", unheard=silent, **shown)


ROUTES = [show_today]
