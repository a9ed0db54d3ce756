"""/assists/figures: how long help takes, drills apart; /assists/contacts: who is called when nobody answers."""

from datetime import timedelta

from litestar import get
from litestar.response import Template

from backend.field.assists.api.figures import Day, span
from backend.field.assists.queries.contacts import contacts_of
from backend.field.assists.queries.figures import figures_of
from backend.foundation.now import local
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/assists/figures", guards=[requires("assist.figures")])
async def show_figures(request: SignedRequest, since: Day = "", until: Day = "") -> Template:
    """Median and 90th percentile by unit, hour and place."""
    begins, ends = span(since, until)
    return page(
        request,
        "assists/figures.html",
        current="assist",
        told=await figures_of(request.user.township_id, begins, ends),
        since=local(begins).date(),
        until=local(ends - timedelta(microseconds=1)).date(),
    )


@get("/assists/contacts", guards=[requires("alarm.manage")])
async def show_contacts(request: SignedRequest) -> Template:
    """The township's phone list, in the order it is called."""
    contacts = await contacts_of(request.user.township_id)
    return page(request, "assists/contacts.html", current="assist", contacts=contacts)


ROUTES = [show_figures, show_contacts]
