"""What waits, goes on or ended; above it the windows of the duties it meets."""

from uuid import UUID

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.field.campaigns.cards import card
from backend.field.campaigns.queries.listed import ended_ones, of_patrol, open_ones
from backend.field.campaigns.queries.periods import periods
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest


@get("/campaigns", guards=[requires("campaign.read")])
async def show_list(request: SignedRequest) -> Template:
    """One's own side's and those one takes part in; to htmx the rows alone."""
    person, at = request.user, now()
    return page(
        request,
        "campaigns/_rows.html" if is_fragment(request) else "campaigns/list.html",
        current="campaigns",
        open=[card(named, at) for named in await open_ones(person)],
        ended=[card(named, at) for named in await ended_ones(person)],
        periods=await periods(person, at),
        at=at,
    )


@get("/campaigns/of", guards=[requires("campaign.read")])
async def show_of_patrol(request: SignedRequest, patrol: FromQuery[UUID]) -> Template:
    """Which campaigns a patrol belongs to, for its page."""
    at = now()
    cards = [card(named, at) for named in await of_patrol(request.user, patrol)]
    return page(request, "campaigns/_of_patrol.html", current="campaigns", cards=cards)


ROUTES = [show_list, show_of_patrol]
