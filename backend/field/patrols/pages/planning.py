"""Starting a patrol at once, planning one, and changing a plan that has not begun."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import get
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect, Template

from backend.field.patrols.queries.last_crew import last_crew
from backend.field.patrols.queries.visible import load
from backend.field.patrols.rules.access import township_of
from backend.field.patrols.rules.crew import ANOTHER_UNIT
from backend.field.patrols.rules.offers import offers
from backend.field.patrols.rules.patrol import KINDS, Patrol, present
from backend.foundation.now import CHINA, local, now
from backend.foundation.people.identity import Person
from backend.foundation.people.queries import Colleague, Colleagues, officers_on
from backend.foundation.refusals import CATALOGUE, demand
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.words import local_input

# Who walks along most often stands first in the picker; the sort keeps the rest as they come.
STREET_KINDS = {"police": 0, "internal": 1, "affiliated": 1, "stationed": 1, "dispatched": 1}
# Up to so many people all stand open; with more, a unit opens when it is wanted.
AT_A_GLANCE = 24
# What a link may fill in: as long as the form lets one type.
Word = Annotated[str, QueryParameter(max_length=200)]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the form offers, whom it has chosen already, and with whom the person walked last (usernames)."""

    units: list[Colleagues]
    chosen: Collection[str]
    last: Collection[str] = ()

    @property
    def again(self) -> list[Colleague]:
        """Those of the last crew who can be taken along again."""
        return [member for unit in self.units for member in unit.members if member.username in self.last]

    @property
    def one_unit(self) -> dict[str, Any]:
        """What the server says to a joint patrol of one unit: a phone without a network says it in the same words."""
        said = CATALOGUE["joint_needs_two_units"]
        return {"title": said.title, "detail": said.do, "fields": {"crew": ANOTHER_UNIT}}

    @property
    def all_open(self) -> bool:
        return sum(len(unit.members) for unit in self.units) <= AT_A_GLANCE


@get("/patrols/new", guards=[requires("patrol.write")])
async def start_new(
    request: SignedRequest,
    plan: FromQuery[bool] = False,
    *,
    kind: Word = "joint",
    title: Word = "",
    planned_from: Word = "",
    route: Word = "",
) -> Template:
    """Start at once, or plan for later; the rest is what a page that proposes it fills in."""
    at = now()
    offered = await _colleagues(request.user, at)
    return page(
        request,
        "patrols/new.html",
        current="patrols",
        plan=plan,
        crew=Choice(offered, {request.user.username}, await last_crew(request.user)),
        kinds=KINDS,
        begin={
            "kind": kind if kind in KINDS else "joint",
            "title": title or _title(at),
            "planned_from": _moment(planned_from),
            "route": route,
        },
    )


@get("/patrols/{patrol_id:uuid}/edit", guards=[requires("patrol.write")])
async def edit_plan(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template | Redirect:
    """The same form, filled; what changed elsewhere meanwhile is told when it is sent. A patrol that has begun is no plan
    any more: its own page says how it stands."""
    found = await load(request.user, patrol_id)
    if found.patrol.started_at is not None or not found.patrol.open:
        return Redirect(f"/patrols/{patrol_id}", status_code=303)
    demand(offers(request.user, found.patrol, found.crew).plan)
    crew = sorted(stay.username for stay in present(found.crew))
    return page(
        request,
        "patrols/edit.html",
        current="patrols",
        patrol=found.patrol,
        crew=Choice(await _colleagues(request.user, now(), also=crew), crew),
        kinds=KINDS,
        before=_before(found.patrol, crew),
    )


async def _colleagues(person: Person, at: datetime, *, also: Collection[str] = ()) -> list[Colleagues]:
    """Everybody who can be taken along, one's own unit first."""
    units = await officers_on(township_of(person), at, also=also)
    units.sort(
        key=lambda unit: (unit.code != person.unit_code, STREET_KINDS.get(unit.kind, len(STREET_KINDS)))
    )
    return units


def _before(patrol: Patrol, crew: list[str]) -> str:
    """The plan as its form would send it: what is left as it was is not sent."""
    times = {
        name: f"{local_input(moment)}:00+08:00" if moment else None
        for name, moment in (("planned_from", patrol.planned_from), ("planned_until", patrol.planned_until))
    }
    told = {"kind": patrol.kind, "title": patrol.title, "planned_route": patrol.planned_route, "crew": crew}
    return msgspec.json.encode(told | times).decode()


def _moment(text: str) -> str:
    """As the field of the form takes it; nothing where it is none."""
    try:
        return local_input(datetime.fromisoformat(text).replace(tzinfo=CHINA))
    except ValueError:
        return ""


def _title(at: datetime) -> str:
    day = local(at)
    return f"{day.month}月{day.day}日联合巡查"


ROUTES = [start_new, edit_plan]
