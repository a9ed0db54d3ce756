"""A visit that is only on this phone yet: the page a phone keeps beforehand, filled there from what was made there."""

from litestar import get
from litestar.response import Template

from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.stand_in import NOWHERE


@get("/checkins/here", guards=[requires("checkin.run")])
async def show_here(request: SignedRequest) -> Template:
    """The acts of whoever is there; the rest is on the phone (static/js/behaviours/here-visit.js)."""
    return page(request, "checkins/here.html", current="assist", checkin={"id": str(NOWHERE)})


ROUTES = [show_here]
