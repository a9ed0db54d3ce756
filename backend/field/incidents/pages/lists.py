"""What is open, and what was reported to its end last."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.field.incidents.cards import card
from backend.field.incidents.queries.listed import ended_ones, open_ones
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest


@get("/incidents", guards=[requires("incident.read")])
async def show_list(request: SignedRequest, q: FromQuery[str] = "") -> Template:
    """One's own township's, or those reported to one's own body; to htmx the rows alone."""
    person, at = request.user, now()
    return page(
        request,
        "incidents/_rows.html" if is_fragment(request) else "incidents/list.html",
        current="incidents",
        open=[card(line, at) for line in await open_ones(person, q)],
        ended=[card(line, at) for line in await ended_ones(person, q)],
        q=q,
    )


ROUTES = [show_list]
