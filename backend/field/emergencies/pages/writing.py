"""开始处置: one screen, from nothing or from a record; 记一条: an entry of the log with photos."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from backend.field.emergencies.form import form_for
from backend.field.emergencies.queries.log import entry_of
from backend.field.emergencies.queries.people import comers
from backend.field.emergencies.queries.visible import load
from backend.field.emergencies.rules.access import directs, may_correct
from backend.field.emergencies.rules.log import Entry
from backend.foundation.evidence.strips import strip
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.records.origins import asked_origin
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/emergencies/new", guards=[requires("emergency.open")])
async def write_new(
    request: SignedRequest, kind: FromQuery[str] = "", origin: FromQuery[UUID | None] = None
) -> Template:
    """An empty form; with `kind` and `origin` filled with what that record says."""
    person, at = request.user, now()
    if person.township_id is None:
        raise Refusal("not_allowed", "突发事件处置在乡镇里用")
    people = [each for each in await comers(person.township_id, at) if each.id != person.id]
    return page(
        request,
        "emergencies/form.html",
        current="emergencies",
        form=form_for(await asked_origin(person, kind, origin), people, at),
        settings=await preferences(person.township_id),
    )


@get("/emergencies/{emergency_id:uuid}/entries/new", guards=[requires("emergency.log")])
async def write_entry(
    request: SignedRequest, emergency_id: FromPath[UUID], corrects: FromQuery[UUID | None] = None
) -> Template:
    """With `corrects` the entry it stands for. Refuses `not_found`, `not_allowed`."""
    person = request.user
    found = await load(person, emergency_id)
    return page(
        request,
        "emergencies/entry.html",
        current="emergencies",
        emergency=found.emergency,
        corrects=await _corrected(person, emergency_id, corrects),
        directs=directs(person),
        strip=await strip(person, "emergency_entry"),
    )


async def _corrected(person: Person, emergency_id: UUID, entry_id: UUID | None) -> Entry | None:
    if entry_id is None:
        return None
    found = await entry_of(emergency_id, entry_id)
    if found is None:
        raise Refusal("not_found")
    may_correct(person, found.officer)
    return found


ROUTES = [write_new, write_entry]
