"""One notification: what was told, who answered how, and what can be done next."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from backend.casework.hazards.cards import answer_chip
from backend.casework.hazards.queries.history import history
from backend.casework.hazards.queries.sheet import Sheet, sheet
from backend.casework.hazards.rules.hazard import Hazard
from backend.casework.hazards.rules.offers import Offers, offers
from backend.casework.hazards.rules.states import ACTS, WAITING, WORDS
from backend.casework.hazards.sentences import step_sentence
from backend.casework.hazards.showing import steps_for
from backend.casework.on_behalf import CHANNELS
from backend.foundation.evidence.strips import strip
from backend.foundation.maps import Map
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.places.queries import sketch

PATH = "/hazards/{hazard_id:uuid}"


@get(PATH, guards=[requires("hazard.read")])
async def show(request: SignedRequest, hazard_id: FromPath[UUID]) -> Template:
    """What was told, the answer as far as it has come, and the next act of whoever looks."""
    at = now()
    found = await sheet(request.user, hazard_id, at)
    return page(request, "hazards/show.html", current="hazards", **await _shown(request.user, found, at))


@get(f"{PATH}/timeline", guards=[requires("hazard.read")])
async def show_timeline(request: SignedRequest, hazard_id: FromPath[UUID]) -> Template:
    """Everything that happened to it, as far as it is this side's to see."""
    found = await sheet(request.user, hazard_id, now())
    lines = await history(hazard_id, found.side)
    name, url = f"{found.named.hazard.category}隐患", f"/hazards/{hazard_id}"
    return page(request, "layout/timeline.html", current="hazards", name=name, url=url, lines=lines)


@get(f"{PATH}/behalf", guards=[requires("hazard.answer")])
async def show_behalf(
    request: SignedRequest,
    hazard_id: FromPath[UUID],
    act: Annotated[str, QueryParameter(max_length=20)] = "",
) -> Template:
    """代录: what somebody of the told body said, how, and the proof of it. Refuses `hazard_state`."""
    person, at = request.user, now()
    found = await sheet(person, hazard_id, at)
    possible = _offers(person, found).behalf
    if not possible:
        raise Refusal("hazard_state", f"现在是“{WORDS[found.named.hazard.state]}”，没有要代录的")
    return page(
        request,
        "hazards/behalf.html",
        current="hazards",
        named=found.named,
        hazard=found.named.hazard,
        act=act if act in possible else possible[0],
        possible=possible,
        acts=ACTS,
        channels=list(CHANNELS.items()),
        strip=await strip(person, "hazard_step"),
        at=at,
    )


def _offers(person: Person, found: Sheet) -> Offers:
    return offers(person, found.side, found.named.hazard, found.course.report, ground=found.ground)


async def _shown(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    hazard = found.named.hazard
    return {
        "found": found,
        "named": found.named,
        "hazard": hazard,
        "side": found.side,
        "state_words": WORDS[hazard.state],
        "waits": hazard.state in WAITING,
        "chip": answer_chip(found.waiting, at),
        "steps": [(step, step_sentence(step), found.proofs.get(step.id, [])) for step in steps_for(found)],
        "demands": list(found.demands.values()),
        "offers": _offers(person, found),
        "acts": ACTS,
        "channels": list(CHANNELS.items()),
        "place_words": hazard.place_words,
        "strip": await strip(person, "hazard", hazard.id, found.hung, open_=hazard.open),
        "on_map": await _on_map(hazard),
        "at": at,
    }


async def _on_map(hazard: Hazard) -> Map | None:
    """Where it is, in the township it is in; None where no position is known."""
    return Map(await sketch(hazard.township), numbered=[(1, hazard.spot)]) if hazard.spot else None


ROUTES = [show, show_timeline, show_behalf]
