"""What waits for the reader, what they asked for, what others are asked; the requests that came from one record."""

from uuid import UUID

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.casework.requests.cards import card, grouped
from backend.casework.requests.queries.listed import ended_ones, of_origin, open_ones
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest


@get("/requests", guards=[requires("request.read")])
async def show_list(request: SignedRequest, q: FromQuery[str] = "") -> Template:
    """Everything open by what is due first; to htmx the rows alone."""
    person, at = request.user, now()
    return page(
        request,
        "requests/_list.html" if is_fragment(request) else "requests/list.html",
        current="requests",
        groups=grouped(card(named, person, at) for named in await open_ones(person, q)),
        ended=[card(named, person, at) for named in await ended_ones(person, q)],
        q=q,
    )


@get("/requests/from", guards=[requires("request.read")])
async def show_of_record(request: SignedRequest, kind: FromQuery[str], origin: FromQuery[UUID]) -> Template:
    """What was asked for from one record, for its page."""
    person, at = request.user, now()
    cards = [card(named, person, at) for named in await of_origin(person, kind, origin)]
    return page(request, "requests/_from.html", current="requests", cards=cards)


ROUTES = [show_list, show_of_record]
