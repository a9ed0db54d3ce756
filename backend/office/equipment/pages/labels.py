"""/equipment/at/{label}: what a label opens; /equipment/labels: the sheet of labels to print."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.equipment.labels import label as drawn
from backend.office.equipment.queries.things import all_of, of_code
from backend.office.equipment.rules.access import keeps


@get("/equipment/at/{label:uuid}", guards=[requires("equipment.read")])
async def open_label(request: SignedRequest, label: FromPath[UUID]) -> Redirect:
    """The page of the thing it hangs on."""
    return Redirect(f"/equipment/{await of_code(request.user, label)}", status_code=303)


@get("/equipment/labels", guards=[requires("equipment.manage")])
async def show_labels(request: SignedRequest) -> Template:
    """A label for each thing one looks after."""
    person = request.user
    found = [named for named in await all_of(person) if keeps(person, named.thing.unit)]
    return page(request, "equipment/labels.html", current="team", labels=[drawn(named) for named in found])


ROUTES = [open_label, show_labels]
