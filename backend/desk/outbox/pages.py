"""/outbox: the page around what the phone itself knows."""

from litestar import get
from litestar.response import Template

from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/outbox", guards=[requires("self.use")])
async def show_outbox(request: SignedRequest) -> Template:
    """Empty as the server draws it: the phone keeps the page and fills it, with a network or without."""
    return page(request, "outbox/show.html", current="me")


ROUTES = [show_outbox]
