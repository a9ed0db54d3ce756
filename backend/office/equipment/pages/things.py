"""What there is and who has it; one thing, and what may be done with it."""

from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import local, now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.equipment.cards import card, offers
from backend.office.equipment.queries.people import takers, units
from backend.office.equipment.queries.things import all_of, load, past_loans
from backend.office.equipment.rules.words import KINDS, NUMBERS
from backend.office.equipment.sentences import told


@get("/equipment", guards=[requires("equipment.read")])
async def show_equipment(request: SignedRequest) -> Template:
    """By kind; what this person has, and what is late, first."""
    person, at = request.user, now()
    found = await all_of(person)
    mine = [card(named, at) for named in found if named.loan and named.loan.officer == person.id]
    late = [card(named, at) for named in found if named.state(at) == "late"]
    kinds = [
        (KINDS[kind], [card(named, at) for named in things])
        for kind, things in groupby(found, key=lambda named: named.thing.kind)
    ]
    return page(request, "equipment/list.html", current="team", mine=mine, late=late, kinds=kinds)


@get("/equipment/new", guards=[requires("equipment.manage")])
async def new_thing(request: SignedRequest) -> Template:
    """An empty form."""
    person = request.user
    return page(
        request,
        "equipment/form.html",
        current="team",
        kinds=list(KINDS.items()),
        units=await units(person),
        own=person.unit_code,
    )


@get("/equipment/{thing_id:uuid}", guards=[requires("equipment.read")])
async def show_thing(request: SignedRequest, thing_id: FromPath[UUID]) -> Template:
    """Who has it, who had it, what happened."""
    person, at = request.user, now()
    named = await load(person, thing_id)
    allowed = offers(person, named)
    shown: dict[str, Any] = {
        "named": named,
        "thing": named.thing,
        "loan": named.loan,
        "kind": KINDS[named.thing.kind],
        "number_words": NUMBERS.get(named.thing.kind, "编号"),
        "mark": card(named, at).mark,
        "offers": allowed,
        "people": await takers(person) if allowed.hand_out_to_others else [],
        "past": await past_loans(thing_id),
        "evening": _evening(at),
        "lines": told_lines(await timeline("equipment", thing_id), told),
    }
    return page(request, "equipment/show.html", current="team", **shown)


def _evening(at: datetime) -> datetime:
    """Six o'clock, of today as long as it has not come."""
    six = local(at).replace(hour=18, minute=0, second=0, microsecond=0)
    return six if local(at) < six else six + timedelta(days=1)


ROUTES = [show_equipment, new_thing, show_thing]
