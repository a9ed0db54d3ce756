"""The patrol on the phone: list, start, walk, end, file. What is written goes through the API."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from backend.field.findings.queries.cards import finding_cards
from backend.field.patrols.cards import by_unit, card
from backend.field.patrols.queries.board import board
from backend.field.patrols.queries.sheet import Sheet, sheet
from backend.field.patrols.rules.access import may_change, may_contribute, may_file
from backend.field.patrols.rules.conduct import POINTS
from backend.field.patrols.rules.patrol import KINDS, present
from backend.field.patrols.sentences import told
from backend.foundation.journal import timeline
from backend.foundation.now import local, now
from backend.foundation.people.identity import Person
from backend.foundation.people.queries import officers_on
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest

# Who walks along most often stands first in the picker; the sort keeps the rest as they come.
STREET_KINDS = {"police": 0, "internal": 1, "affiliated": 1, "stationed": 1, "dispatched": 1}
PAUSE_REASONS = tuple(
    (word, word) for word in ("用餐", "休息", "处置其他警情", "车辆故障", "天气原因", "交接")
)


@get("/patrols", guards=[requires("patrol.read")])
async def show_list(request: SignedRequest) -> Template:
    """进行中, 计划, 未备案, 退回, 最近备案."""
    return page(request, "patrols/list.html", current="patrols", board=await board(request.user, now()))


@get("/patrols/new", guards=[requires("patrol.write")])
async def start_new(request: SignedRequest, plan: FromQuery[bool] = False) -> Template:
    """Start at once, or plan for later."""
    person, at = request.user, now()
    units = await officers_on(person.township_id, at) if person.township_id else []
    units.sort(
        key=lambda unit: (unit.code != person.unit_code, STREET_KINDS.get(unit.kind, len(STREET_KINDS)))
    )
    return page(
        request,
        "patrols/new.html",
        current="patrols",
        plan=plan,
        units=units,
        kinds=KINDS,
        at=at,
        title=_title(at),
    )


@get("/patrols/{patrol_id:uuid}", guards=[requires("patrol.read")])
async def show(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """One patrol as it stands: a plan, a running patrol, what is to be filed, or the filed page."""
    at = now()
    found = await sheet(request.user, patrol_id, at)
    return page(
        request,
        "patrols/show.html",
        current="patrols",
        findings=await finding_cards(patrol_id),
        reasons=PAUSE_REASONS,
        points=POINTS,
        **_shown(request.user, found, at),
    )


@get("/patrols/{patrol_id:uuid}/crew", guards=[requires("patrol.read")])
async def show_crew(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """Who is on it, who came and went, whom each unit has confirmed; bring somebody in."""
    at = now()
    found = await sheet(request.user, patrol_id, at)
    units = await officers_on(found.patrol.township, at)
    return page(
        request,
        "patrols/crew.html",
        current="patrols",
        units=units,
        points=POINTS,
        **_shown(request.user, found, at),
    )


@get("/patrols/{patrol_id:uuid}/timeline", guards=[requires("patrol.read")])
async def show_timeline(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """Everything that happened to it, in the order the journal holds it."""
    at = now()
    found = await sheet(request.user, patrol_id, at)
    moments = [(moment, told(moment)) for moment in await timeline("patrol", patrol_id)]
    return page(
        request,
        "patrols/timeline.html",
        current="patrols",
        moments=moments,
        **_shown(request.user, found, at),
    )


def _shown(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    patrol, crew = found.patrol, found.crew
    return {
        "sheet": found,
        "patrol": patrol,
        "card": card(patrol, found.settings, at),
        "units_there": by_unit(crew),
        "confirmed": {entry["unit"]: entry for entry in found.of("attendances")},
        "present": present(crew),
        "at": at,
        "mine": {
            "change": may_change(person, patrol, crew),
            "contribute": may_contribute(person, patrol, crew),
            "file": may_file(person, patrol),
        },
    }


def _title(at: datetime) -> str:
    day = local(at)
    return f"{day.month}月{day.day}日联合巡查"


ROUTES = [show_list, start_new, show, show_crew, show_timeline]
