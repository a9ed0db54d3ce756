"""What waits for an answer, what is being handled, what was closed last."""

from typing import Any

from litestar import Response, get
from litestar.params import FromQuery

from backend.casework.hazards.cards import card, grouped, seen_as
from backend.casework.hazards.queries.listed import ended_ones, open_ones
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest


@get("/hazards", guards=[requires("hazard.read")])
async def show_list(
    request: SignedRequest, q: FromQuery[str] = "", seen: FromQuery[str] = ""
) -> Response[Any]:
    """One's own township's, or those told to one's own body. To htmx the rows alone, or nothing (204) where they are
    still those it has `seen`."""
    person, at = request.user, now()
    rows = [*await open_ones(person, at, q), *await ended_ones(person, at, q)]
    cards = [card(named, waiting, named.side(person), at) for named, waiting in rows]
    state = seen_as(cards)
    if seen == state:
        return Response(None, status_code=204)
    ended = [each for each in cards if each.ended]
    shown: dict[str, Any] = {
        "groups": grouped(cards),
        "ended": ended,
        "q": q,
        "seen": state,
        "told": person.township_id is None,
    }
    return page(request, _template(request), current="hazards", **shown)


def _template(request: SignedRequest) -> str:
    return "hazards/_rows.html" if is_fragment(request) else "hazards/list.html"


ROUTES = [show_list]
