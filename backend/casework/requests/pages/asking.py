"""提出请求: one screen for each kind, from nothing or from a record that is there."""

from typing import Annotated
from uuid import UUID

from litestar import get
from litestar.params import FromQuery, QueryParameter
from litestar.response import Template

from backend.casework.requests.form import form_for
from backend.casework.requests.queries.addressees import addressees, profile_for
from backend.casework.requests.rules.kinds import basis, kinds_for
from backend.foundation.mechanism import load_profile
from backend.foundation.now import now
from backend.foundation.records.origins import asked_origin
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/requests/new", guards=[requires("request.ask")])
async def write_new(
    request: SignedRequest,
    wanted: Annotated[str, QueryParameter(name="ask", max_length=20)] = "",
    kind: FromQuery[str] = "",
    origin: FromQuery[UUID | None] = None,
) -> Template:
    """An empty form; with `kind` and `origin` filled with what that record says."""
    person = request.user
    kinds = kinds_for(person)
    chosen = next((each for each in kinds if each.name == wanted), kinds[0])
    record = await asked_origin(person, kind, origin)
    profile = await profile_for(person)
    form = form_for(chosen, await addressees(person, chosen.name), record, now())
    return page(
        request,
        "requests/form.html",
        current="requests",
        form=form,
        kinds=kinds if record is None else [],
        rests=basis(load_profile(profile), chosen.name) if profile else None,
    )


ROUTES = [write_new]
