"""起草移送 from a finding that is only on a phone yet: the form a phone keeps beforehand."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.casework.handoffs.form import here_form
from backend.casework.handoffs.pages.drafting import form_page
from backend.casework.handoffs.queries.directory import directory
from backend.foundation.now import now
from backend.foundation.records import visible_record
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@get("/handoffs/here/{finding_id:uuid}", guards=[requires("handoff.write")])
async def write_here(request: SignedRequest, finding_id: FromPath[UUID]) -> Template | Redirect:
    """What the finding says is filled in by the phone (static/js/behaviours/here-handoff.js); here, once it has arrived."""
    person = request.user
    if await visible_record(person, "finding", finding_id):
        return Redirect(f"/handoffs/new?finding={finding_id}")
    units = await directory(person.county_id)
    return await form_page(request, here_form(person, units, finding_id, now()), units, here=True)


ROUTES = [write_here]
