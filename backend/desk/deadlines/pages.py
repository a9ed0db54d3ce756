"""/deadlines: the board, and how one limit was counted."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from backend.desk.deadlines import feeds
from backend.desk.deadlines.queries import board, read_view, reminders, visible
from backend.desk.deadlines.reach import reach_of
from backend.desk.deadlines.rules import WARNINGS
from backend.desk.deadlines.sheet import sheet_of
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest
from backend.office.calendars.queries import missing_year, standing


@get("/deadlines", guards=[requires("deadlines.read")])
async def show_board(request: SignedRequest, of: FromQuery[str] = "all") -> Template:
    """What is late, what we owe, what others owe us; what is due first stands first."""
    view, at, reach = read_view(of), now(), await reach_of(request.user)
    return page(
        request,
        "deadlines/board.html",
        current="deadlines",
        board=await board(reach, view, at),
        reminders=await reminders(reach, at),
        warnings=WARNINGS,
        reach=reach,
        missing=missing_year((await standing(request.user)).calendar, at),
        view=view,
        at=at,
    )


@get("/deadlines/{clock_id:uuid}", guards=[requires("deadlines.read")])
async def show_sheet(request: SignedRequest, clock_id: FromPath[UUID]) -> Template:
    """Day by day: over the page that shows the limit, or as a page of its own."""
    sheet = sheet_of(await visible(request.user, clock_id), now())
    template = "deadlines/_sheet_dialog.html" if is_fragment(request) else "deadlines/sheet.html"
    return page(request, template, current="deadlines", sheet=sheet, at=now())


ROUTES = [show_board, show_sheet, *feeds.ROUTES]
