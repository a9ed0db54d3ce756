"""请休假: what waits, who is away and will be, the form, one leave."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.absences.bearing import gaps
from backend.office.absences.cards import days_span, leave_card, leave_offers
from backend.office.absences.queries.leaves import ended_ones, load, open_ones
from backend.office.absences.queries.people import officers_for
from backend.office.absences.rules.access import looks_after_others, who_decides_words
from backend.office.absences.rules.leave import days_words
from backend.office.absences.rules.words import KINDS, LEAVE_STATES, PARTS
from backend.office.absences.sentences import told


@get("/leaves", guards=[requires("absence.read")])
async def show_leaves(request: SignedRequest) -> Template:
    """What waits for this person's word first, then what waits for others, runs or is to come."""
    person, at = request.user, now()
    cards = [leave_card(person, named, at) for named in await open_ones(person, at)]
    ended = [leave_card(person, named, at) for named in await ended_ones(person, at)]
    return page(
        request,
        "absences/leaves.html",
        current="team",
        mine=[card for card in cards if card.mine_to_decide],
        others=[card for card in cards if not card.mine_to_decide],
        ended=ended,
        sees_others=looks_after_others(person),
    )


@get("/leaves/new", guards=[requires("absence.ask")])
async def new_leave(request: SignedRequest) -> Template:
    """For oneself; who looks after others may choose one of them."""
    person = request.user
    others = [each for each in await officers_for(person) if each.id != person.id]
    return page(
        request,
        "absences/leave_form.html",
        current="team",
        kinds=list(KINDS.items()),
        parts=list(PARTS.items()),
        people=[(each.username, f"{each.name}（{each.unit_name}）") for each in others],
        at=now(),
    )


@get("/leaves/{leave_id:uuid}", guards=[requires("absence.read")])
async def show_leave(request: SignedRequest, leave_id: FromPath[UUID]) -> Template:
    """One leave, what it leaves empty, what may be done with it."""
    person, at = request.user, now()
    named = await load(person, leave_id)
    leave, state = named.leave, named.leave.state(at)
    standing = state in ("waiting", "coming", "running")
    return page(
        request,
        "absences/leave.html",
        current="team",
        named=named,
        leave=leave,
        kind=KINDS[leave.kind],
        state=LEAVE_STATES[state],
        mark=leave_card(person, named, at).marks[0],
        days=f"{days_span(leave.first_day, leave.last_day, at)}，{days_words(leave)}",
        decider=who_decides_words(named.roles) if leave.undecided else "",
        gaps=await gaps(leave.officer, max(leave.begins_at, at), leave.ends_at) if standing else [],
        offers=leave_offers(person, named, at),
        lines=told_lines(await timeline("leave", leave_id), told),
    )


ROUTES = [show_leaves, new_leave, show_leave]
