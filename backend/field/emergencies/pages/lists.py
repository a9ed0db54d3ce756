"""What goes on, and what is over."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.field.emergencies.cards import card
from backend.field.emergencies.queries.listed import ended_ones, open_ones
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest


@get("/emergencies", guards=[requires("emergency.read")])
async def show_list(request: SignedRequest, q: FromQuery[str] = "") -> Template:
    """To htmx the rows alone."""
    person, at = request.user, now()
    return page(
        request,
        "emergencies/_list.html" if is_fragment(request) else "emergencies/list.html",
        current="emergencies",
        going_on=[card(line, at) for line in await open_ones(person, q)],
        ended=[card(line, at) for line in await ended_ones(person, q)],
        q=q,
    )


ROUTES = [show_list]
