"""/duty/checks/{id}: the one asked tells where they are, whoever asks sees it."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.turnout.queries.checks import load_check
from backend.office.duty.turnout.rules.fence import WORDS


@get("/duty/checks/{spot_check_id:uuid}", guards=[requires("duty.read")])
async def show_check(request: SignedRequest, spot_check_id: FromPath[UUID]) -> Template:
    person = request.user
    check = await load_check(person, spot_check_id)
    own = check.officer == person.id
    return page(request, "duty/check.html", current="duty", at=now(), check=check, own=own, fences=WORDS)


ROUTES = [show_check]
