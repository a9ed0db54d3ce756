"""The first page of each role."""

from datetime import datetime
from typing import Any

from litestar import get
from litestar.response import Template

from backend.casework.handoffs.queries.delegations import unread
from backend.casework.handoffs.queries.waiting import waiting_for
from backend.casework.hazards.cards import Card, card
from backend.casework.hazards.queries.listed import waiting_ones
from backend.desk.today.queries import morning
from backend.field.assists.queries.listed import open_ones
from backend.field.assists.queries.reader import where_of
from backend.field.patrols.queries.board import board
from backend.foundation.now import local, now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.queries import duty_since
from backend.office.personnel.queries.pending import pending
from backend.office.personnel.reach import reach_of
from backend.office.phones.queries import unsent


@get("/", guards=[requires("today.read")])
async def show_today(request: SignedRequest) -> Template:
    """Who reads the ledger for the township sees the morning page, who walks sees the patrols, others what is theirs."""
    person, at = request.user, now()
    handoffs = await waiting_for(person, at) if may(person, "handoff.read") else []
    shown: dict[str, Any] = {"at": at, "hazards": await _hazards(person, at), "handoffs": handoffs}
    shown["delegations"] = await unread(person.id, local(at).date()) if may(person, "handoff.decide") else []
    shown["assists"] = await open_ones(person, await where_of(person, at))
    shown["duty_since"] = await duty_since(person.id, at)
    shown["unsent"] = await unsent(person, at) if may(person, "phones.read") else None
    if may(person, "patrol.remark") and person.township_id:
        told = await morning(person.township_id, at)
        return page(request, "today/leader.html", current="today", morning=told, **shown)
    if may(person, "patrol.read"):
        return page(request, "today/officer.html", current="today", board=await board(person, at), **shown)
    waiting = await pending(await reach_of(person), at) if may(person, "people.manage") else []
    return page(request, "today/quiet.html", current="today", waiting=waiting, **shown)


async def _hazards(person: Person, at: datetime) -> list[Card]:
    """Those that wait for an answer, the one told first on top."""
    told = await waiting_ones(person, at) if may(person, "hazard.read") else []
    return [card(named, waiting, named.side(person), at) for named, waiting in told]


ROUTES = [show_today]
