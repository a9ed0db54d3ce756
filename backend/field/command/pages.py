"""/command: the table beside the map; /command/wall for a large screen nobody types at."""

from datetime import timedelta
from typing import Any

from litestar import get
from litestar.response import Template

from backend.field.command.api import REPORTING
from backend.field.command.queries.situation import Situation, situation
from backend.field.command.rules.people import Place
from backend.field.command.rules.reach import own_township
from backend.field.emergencies.cards import card
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.words import zh_duration

SOURCES = {"shared": "共享", "track": "巡查轨迹"}
JUST_NOW = timedelta(minutes=1)


@get("/command", guards=[requires("command.read")])
async def show_command(request: SignedRequest) -> Template:
    """To htmx the lists alone."""
    template = "command/_lists.html" if is_fragment(request) else "command/command.html"
    return await _shown(request, template)


@get("/command/wall", guards=[requires("command.read")])
async def show_wall(request: SignedRequest) -> Template:
    """Figures and lists in large letters; drawn anew by itself."""
    template = "command/_wall.html" if is_fragment(request) else "command/wall.html"
    return await _shown(request, template)


async def _shown(request: SignedRequest, template: str) -> Template:
    person, at = request.user, now()
    found = await situation(person, own_township(person), at)
    return page(
        request,
        template,
        current="command",
        found=found,
        superior=found.superior,
        at=at,
        people=_people(found),
        emergencies=[card(line, at) for line in found.emergencies],
    )


def _people(found: Situation) -> list[dict[str, Any]]:
    return [
        {"one": each, "stale": each.stale(found.at), "where": _where(each.place, found)}
        for each in found.people
    ]


def _where(place: Place | None, found: Situation) -> str:
    """位置3分钟前，共享 ±8米; 没有共享位置."""
    if place is None:
        return "没有共享位置"
    ago = found.at - place.at
    age = "刚刚" if ago < JUST_NOW else f"{zh_duration(ago)}前"
    near = f" ±{round(place.accuracy_m)}米" if place.accuracy_m is not None else ""
    return f"位置{age}，{SOURCES[place.source]}{near}"


ROUTES = [show_command, show_wall, *REPORTING]
