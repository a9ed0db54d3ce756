"""One request: what is asked, what each body answers, who came, and the next act of whoever looks."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from backend.casework.on_behalf import CHANNELS
from backend.casework.requests.cards import TAGS, chip_of, stands
from backend.casework.requests.queries.history import history
from backend.casework.requests.queries.sheet import Sheet, sheet
from backend.casework.requests.queries.visible import load
from backend.casework.requests.rules.kinds import KINDS
from backend.casework.requests.rules.offers import offers
from backend.casework.requests.rules.states import ACTS, ANSWER_WORDS, WAITING
from backend.casework.requests.sentences import step_sentence
from backend.foundation.clocks import shown
from backend.foundation.evidence.strips import strip
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, demand
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest

PATH = "/requests/{request_id:uuid}"


@get(PATH, guards=[requires("request.read")])
async def show(request: SignedRequest, request_id: FromPath[UUID]) -> Template:
    """What was asked, the answers as far as they have come, and the next act."""
    found, at = await sheet(request.user, request_id), now()
    return page(request, "requests/show.html", current="requests", **_shown(request.user, found, at))


@get(f"{PATH}/timeline", guards=[requires("request.read")])
async def show_timeline(request: SignedRequest, request_id: FromPath[UUID]) -> Template:
    """Everything that happened to it, as far as it is this side's to see."""
    named = await load(request.user, request_id)
    return page(
        request,
        "layout/timeline.html",
        current="requests",
        name=named.request.heading,
        url=f"/requests/{request_id}",
        lines=await history(named),
    )


@get(f"{PATH}/parties/{{party_id:uuid}}/behalf", guards=[requires("request.ask")])
async def show_behalf(
    request: SignedRequest,
    request_id: FromPath[UUID],
    party_id: FromPath[UUID],
    act: Annotated[str, QueryParameter(max_length=20)] = "",
) -> Template:
    """代录: what somebody of the asked body said, how, and the proof of it. Refuses `request_state`."""
    person, at = request.user, now()
    named = await load(person, request_id)
    asked = named.of(party_id)
    demand(named.side == "asking")
    found = offers(person, named.side, named.request, [asked.party]).behalf.get(party_id, ())
    if not found:
        raise Refusal("request_state", f"现在是“{ANSWER_WORDS[asked.party.state]}”，没有要代录的")
    return page(
        request,
        "requests/behalf.html",
        current="requests",
        named=named,
        asked=asked,
        act=act if act in found else found[0],
        possible=found,
        acts=ACTS,
        channels=list(CHANNELS.items()),
        strip=await strip(person, "request_step"),
        at=at,
    )


def _shown(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    named, request = found.named, found.named.request
    parties = [each.party for each in named.asked]
    words, tag = stands(named)
    return {
        "found": found,
        "named": named,
        "record": request,
        "kind": KINDS[request.kind],
        "side": named.side,
        "state_words": words,
        "state_tag": tag,
        "answers": ANSWER_WORDS,
        "tags": TAGS,
        "chips": {each.id: chip_of(each, at) for each in parties if request.open and each.state in WAITING},
        "limits": [shown(clock, at) for clock in found.limits],
        "steps": [(step, step_sentence(step), found.proofs.get(step.id, [])) for step in found.steps],
        "accepted": {each.id for each in parties if each.state == "accepted"},
        "units": {each.party.id: each.unit_name for each in named.asked},
        "offers": offers(person, named.side, request, parties),
        "channels": list(CHANNELS.items()),
        "at": at,
    }


ROUTES = [show, show_timeline, show_behalf]
