"""派单: one screen, from nothing or from a record that is there."""

from uuid import UUID

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.preferences import preferences
from backend.foundation.records.origins import asked_origin
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.tasks.form import form_for
from backend.office.tasks.queries.people import teams


@get("/tasks/new", guards=[requires("task.give")])
async def write_new(
    request: SignedRequest, kind: FromQuery[str] = "", origin: FromQuery[UUID | None] = None
) -> Template:
    """An empty form; with `kind` and `origin` filled with what that record says."""
    person, at = request.user, now()
    if person.township_id is None:
        raise Refusal("not_allowed", "派单在乡镇里用")
    return page(
        request,
        "tasks/form.html",
        current="tasks",
        form=form_for(await teams(person), await asked_origin(person, kind, origin), at),
        settings=await preferences(person.township_id),
    )


ROUTES = [write_new]
