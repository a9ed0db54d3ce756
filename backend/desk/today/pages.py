"""The first page of each role."""

from litestar import get
from litestar.response import Template

from backend.desk.today.queries import morning
from backend.field.patrols.queries.board import board
from backend.foundation.now import now
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.personnel.queries.pending import pending
from backend.office.personnel.reach import reach_of


@get("/", guards=[requires("today.read")])
async def show_today(request: SignedRequest) -> Template:
    """Who reads the ledger for the township sees the morning page, who walks sees the patrols, others what is theirs."""
    person, at = request.user, now()
    if may(person, "patrol.remark") and person.township_id:
        return page(
            request,
            "today/leader.html",
            current="today",
            at=at,
            morning=await morning(person.township_id, at),
        )
    if may(person, "patrol.read"):
        return page(request, "today/officer.html", current="today", at=at, board=await board(person, at))
    waiting = await pending(await reach_of(person), at) if may(person, "people.manage") else []
    return page(request, "today/quiet.html", current="today", at=at, waiting=waiting)


ROUTES = [show_today]
