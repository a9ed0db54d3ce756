"""通报重大隐患: one screen on the phone, from nothing or from a record that is there."""

from uuid import UUID

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.casework.hazards.form import form_for
from backend.casework.hazards.queries.addressees import addressees
from backend.casework.hazards.rules.duties import demands
from backend.foundation.evidence.brought import photos_from
from backend.foundation.evidence.strips import strip
from backend.foundation.mechanism import load_profile
from backend.foundation.preferences import preferences
from backend.foundation.records.origins import asked_origin
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/hazards/new", guards=[requires("hazard.tell")])
async def write_new(
    request: SignedRequest, kind: FromQuery[str] = "", origin: FromQuery[UUID | None] = None
) -> Template:
    """An empty form; with `kind` and `origin` filled with what that record says."""
    person = request.user
    record = await asked_origin(person, kind, origin)
    return page(
        request,
        "hazards/form.html",
        current="hazards",
        form=form_for(await addressees(person), record),
        brought=await photos_from(record),
        strip=await strip(person, "hazard"),
        settings=await preferences(person.township_id),
        notice=demands(load_profile(person.profile))["notice"],
    )


ROUTES = [write_new]
