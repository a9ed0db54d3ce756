"""One emergency on one page: its log, who is on it, what was asked of whom, what belongs to it, the next act of whoever looks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.assists.queries.listed import open_ones as open_calls
from backend.field.emergencies.queries.people import comers
from backend.field.emergencies.queries.sheet import Sheet, links_of, sheet
from backend.field.emergencies.queries.visible import load
from backend.field.emergencies.rules.access import directs
from backend.field.emergencies.rules.members import next_steps, step_word
from backend.field.emergencies.sentences import told, told_to
from backend.field.patrols.queries.board import board
from backend.foundation.evidence.strips import FLAGS
from backend.foundation.journal import timeline, told_lines
from backend.foundation.maps import Map
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.records import visible_records
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.places.queries import sketch
from backend.office.superior.queries import superior_of

PATH = "/emergencies/{emergency_id:uuid}"
Choices = list[tuple[str, str]]


@get(PATH, guards=[requires("emergency.read")])
async def show(request: SignedRequest, emergency_id: FromPath[UUID]) -> Template:
    """Kept on the phone of whoever is on it while it goes on."""
    person = request.user
    found = await sheet(person, emergency_id)
    kept = found.named.emergency.open and found.own(person) is not None
    return page(
        request, "emergencies/show.html", current="emergencies", kept=kept, **await _shown(person, found)
    )


@get(f"{PATH}/timeline", guards=[requires("emergency.read")])
async def show_timeline(request: SignedRequest, emergency_id: FromPath[UUID]) -> Template:
    """Everything that happened to it."""
    person = request.user
    emergency = (await load(person, emergency_id)).emergency
    links = {str(each.id) for each in await visible_records(person, await links_of(emergency_id))}
    moments = await timeline("emergency", emergency_id)
    return page(
        request,
        "layout/timeline.html",
        current="emergencies",
        name=emergency.title,
        url=f"/emergencies/{emergency.id}",
        lines=told_lines([each for each in moments if told_to(person, each, links)], told),
    )


async def _shown(person: Person, found: Sheet) -> dict[str, Any]:
    emergency, running, at = found.named.emergency, directs(person), now()
    own = found.own(person)
    return {
        "found": found,
        "named": found.named,
        "emergency": emergency,
        "own": own,
        "directs": running,
        "step_word": step_word,
        "next_steps": next_steps,
        "flags": FLAGS,
        "people": await _to_call(found, at) if running and emergency.open else [],
        "candidates": await _candidates(person, found, at) if running else [],
        "superior": await superior_of(emergency.township),
        "on_map": Map(await sketch(emergency.township), numbered=[(1, emergency.spot)])
        if emergency.spot
        else None,
        "at": at,
    }


async def _to_call(found: Sheet, at: datetime) -> Choices:
    """Everybody who is not on it."""
    on_it = {member.officer for member in found.members if not member.left_at}
    everybody = await comers(found.named.emergency.township, at)
    return [(each.username, each.words) for each in everybody if each.id not in on_it]


async def _candidates(person: Person, found: Sheet, at: datetime) -> list[tuple[str, UUID, str]]:
    """Kind, id and words of what goes on now and could belong to it: open calls, running patrols."""
    linked = {(each.kind, each.id) for each in found.links}
    patrols = await board(person, at)
    offered = [
        *(
            ("assist", line.assist.id, f"求援：{line.name} {line.assist.reason}")
            for line in await open_calls(person)
        ),
        *(("patrol", card.id, f"巡查：{card.title}") for card in [*patrols.own, *patrols.running]),
    ]
    return [each for each in offered if each[:2] not in linked]


ROUTES = [show, show_timeline]
