"""/phones: what is still on the phones of one's people."""

from litestar import get
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.phones.api import REPORTING
from backend.office.phones.queries import phones_of, unsent_by_officer


@get("/phones", guards=[requires("phones.read")])
async def show_phones(request: SignedRequest) -> Template:
    """What waits longest on top; the picture adds the devices of one officer together."""
    phones = await phones_of(request.user, now())
    return page(request, "phones/list.html", current="me", phones=phones, waiting=unsent_by_officer(phones))


ROUTES = [show_phones, *REPORTING]
