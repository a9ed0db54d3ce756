"""One patrol as it stands, its people, and what happened to it."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.assists.queries.chain import chains_of
from backend.field.patrols.cards import by_unit, card, conduct_of
from backend.field.patrols.queries.findings import finding_list
from backend.field.patrols.queries.history import history
from backend.field.patrols.queries.on_map import on_map
from backend.field.patrols.queries.sheet import Sheet, sheet
from backend.field.patrols.queries.visible import load
from backend.field.patrols.rules.conduct import POINTS
from backend.field.patrols.rules.offers import offers
from backend.field.patrols.rules.patrol import present
from backend.field.patrols.timeline import lines
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.queries import Colleagues, officers_on
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import Before, SignedRequest
from backend.office.equipment.queries.recorders import carried, recorders
from backend.office.places.queries import places_of

PAUSE_REASONS = tuple(
    (word, word) for word in ("用餐", "休息", "处置其他警情", "车辆故障", "天气原因", "交接")
)


@get("/patrols/{patrol_id:uuid}", guards=[requires("patrol.read")])
async def show(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """A plan, a running patrol, what is to be filed, or the filed page. A phone keeps those its person still works on."""
    at = now()
    found = await sheet(request.user, patrol_id, at)
    shown, listed = _shown(request.user, found, at), await finding_list(patrol_id)
    return page(
        request,
        "patrols/show.html",
        current="patrols",
        kept=shown["offers"].register,
        listed=listed,
        reasons=PAUSE_REASONS,
        chains=await chains_of(patrol_id),
        on_map=await on_map(found.patrol, at, found.settings) if found.patrol.started_at else None,
        not_passed=await _not_passed(found) if shown["offers"].register else [],
        **shown,
    )


@get("/patrols/{patrol_id:uuid}/crew", guards=[requires("patrol.read")])
async def show_crew(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """Who is on it, who came and went, whom each unit has confirmed; bring somebody in."""
    at = now()
    shown = _shown(request.user, await sheet(request.user, patrol_id, at), at)
    units = await _others(shown["sheet"], at) if shown["offers"].join else []
    known = await recorders(shown["patrol"].township)
    there = {stay.officer for stay in shown["sheet"].crew}
    return page(
        request,
        "patrols/crew.html",
        current="patrols",
        units=units,
        points=POINTS,
        known=known,
        carried=carried(known, there),
        **shown,
    )


@get("/patrols/{patrol_id:uuid}/timeline", guards=[requires("patrol.read")])
async def show_timeline(request: SignedRequest, patrol_id: FromPath[UUID], before: Before = None) -> Template:
    """Everything that happened to it, in the order the journal holds it."""
    patrol = (await load(request.user, patrol_id)).patrol
    found = await history(patrol_id, before)
    return page(
        request,
        "layout/timeline.html",
        current="patrols",
        name=patrol.title,
        url=f"/patrols/{patrol_id}",
        lines=lines(found.moments, found.names),
        earlier=found.moments[0].seq if found.earlier else None,
    )


def _shown(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    patrol, crew = found.patrol, found.crew
    return {
        "sheet": found,
        "patrol": patrol,
        "card": card(patrol, found.settings, at),
        "units_there": by_unit(crew),
        "confirmed": {entry["unit"]: entry for entry in found.of("attendances")},
        "conduct": conduct_of(found),
        "present": present(crew),
        "offers": offers(person, patrol, crew),
        "at": at,
    }


async def _not_passed(found: Sheet) -> list[tuple[str, str]]:
    """Key places that may be noted as passed by hand, once it has begun."""
    if found.patrol.started_at is None:
        return []
    passed = {each["name"] for each in found.of("passings")}
    places = await places_of(found.patrol.township)
    return [(str(place["id"]), place["name"]) for place in places if place["name"] not in passed]


async def _others(found: Sheet, at: datetime) -> list[Colleagues]:
    """By unit those who are not on the patrol."""
    there = {stay.officer for stay in present(found.crew)}
    units = [
        replace(unit, members=tuple(member for member in unit.members if member.id not in there))
        for unit in await officers_on(found.patrol.township, at)
    ]
    return [unit for unit in units if unit.members]


ROUTES = [show, show_crew, show_timeline]
