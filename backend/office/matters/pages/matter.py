"""One matter: what it says now, what it said and will say, what happened to it."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.journal import timeline
from backend.foundation.now import now
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters.pages.addresses import VersionNumber
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.matter import sheet
from backend.office.matters.queries.proposals import proposals_open_to
from backend.office.matters.rules.matter import STANDINGS
from backend.office.matters.sentences import told


@get("/matters/{matter_id:uuid}", guards=[requires("matters.read")])
async def show_matter(
    request: SignedRequest, matter_id: FromPath[UUID], number: VersionNumber = None
) -> Template:
    """The version in force, or any other; all of them as a timeline."""
    person, at = request.user, now()
    found = await sheet(person, matter_id, at, number)
    discussed = await proposals_open_to(person, matter_id) if may(person, "matters.discuss") else []
    return page(
        request,
        "matters/show.html",
        current="matters",
        matter=found,
        at=at,
        standings=STANDINGS,
        directory=await directory_of(found.whose.id),
        proposals=[proposal for proposal in discussed if not proposal.answer],
        own=person.township_id == found.whose.id,
        moments=await timeline("matter", matter_id),
        told=told,
    )


ROUTES = [show_matter]
