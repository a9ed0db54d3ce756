"""Asking for a swap; one swap: what was asked, what waits for whom."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.commands.exchanging import try_exchange
from backend.office.duty.drafting import Conflict
from backend.office.duty.queries.conflicts import sheet_of
from backend.office.duty.queries.people import usernames
from backend.office.duty.queries.shifts import KnownShift, Stander, load_shift, shifts_after
from backend.office.duty.queries.swaps import KnownSwap, load_swap
from backend.office.duty.rules.editing import FIRM
from backend.office.duty.rules.slots import KINDS
from backend.office.duty.rules.swapping import OPEN, may_approve
from backend.office.duty.sentences import told

TAGS = {"asked": "soon", "agreed": "soon", "approved": "done", "refused": "", "withdrawn": ""}


@get("/duty/shifts/{shift_id:uuid}/swap", guards=[requires("duty.stand")])
async def ask_swap(request: SignedRequest, shift_id: FromPath[UUID]) -> Template:
    """With whom: those who could stand there, and what they could give for it."""
    person, at = request.user, now()
    shift = await load_shift(person, shift_id)
    own = shift.held_by(person.id)
    if own is None or shift.published_at is None or shift.begins_at <= at or shift.cancelled_at:
        raise Refusal("not_on_shift")
    others = await _others(shift, own, at)
    return page(
        request,
        "duty/swap_new.html",
        current="duty",
        shift=shift,
        options=[(each["username"], each["name"]) for each in others],
        others=others,
    )


@get("/duty/swaps/{swap_id:uuid}", guards=[requires("duty.read")])
async def show_swap(request: SignedRequest, swap_id: FromPath[UUID]) -> Template:
    """With the next act of whoever looks; for who approves, what speaks against it."""
    person = request.user
    swap = await load_swap(person, swap_id)
    shift = await load_shift(person, swap.shift)
    back = await load_shift(person, swap.other_shift) if swap.other_shift else None
    state = swap.steps.state
    hindered = swap.hindrance(now()) if state in OPEN else ""
    approves = state == "agreed" and may_approve(swap.steps, person) and not hindered
    return page(
        request,
        "duty/swap.html",
        current="duty",
        swap=swap,
        shift=shift,
        back=back,
        kinds=KINDS,
        tag_kind=TAGS[state],
        hindered=hindered,
        consents=state == "asked" and person.id == swap.other_officer and not hindered,
        approves=approves,
        refuses=state in OPEN and (person.id == swap.other_officer or may_approve(swap.steps, person)),
        withdraws=state in OPEN and person.id == swap.asked_by,
        against=await _against(swap, shift, back) if approves else [],
        lines=told_lines(reversed(await timeline("swap", swap_id)), told),
    )


async def _others(shift: KnownShift, own: Stander, at: datetime) -> list[dict[str, Any]]:
    """Those who may stand in the slot, whatever else they do that day: it may be what they give for it."""
    names = await usernames(shift.township)
    coming = [each for each in await shifts_after(shift.township, at) if each.begins_at > at]
    sheet = (await sheet_of(shift)).without(shift.id, own.officer)
    found = [
        each
        for each in sheet.candidates(shift.id, own.slot, {own.officer})
        if each.member.id in names and not any(met.kind in FIRM - {"overlap"} for met in each.conflicts)
    ]
    return [
        {
            "username": names[each.member.id],
            "name": each.member.name,
            "against": "；".join(met.words for met in each.conflicts),
            "shifts": [one for one in coming if one.id != shift.id and one.held_by(each.member.id)],
        }
        for each in found
    ]


def _on(shift: KnownShift, assignment: UUID | None) -> Stander | None:
    return next((each for each in shift.people if each.id == assignment), None)


async def _against(swap: KnownSwap, shift: KnownShift, back: KnownShift | None) -> list[Conflict]:
    """Empty where one of them does not stand there any more: the page says so."""
    own = _on(shift, swap.assignment)
    given = _on(back, swap.other_assignment) if back else None
    if own is None or (back is not None and given is None):
        return []
    return list(await try_exchange(shift, own, swap.other_officer, back, given))


ROUTES = [ask_swap, show_swap]
