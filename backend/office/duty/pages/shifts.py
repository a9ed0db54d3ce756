"""One shift: who stands there, what one can do about it oneself, and whom who plans can put there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.queries.conflicts import Candidate, Sheet, sheet_of
from backend.office.duty.queries.people import usernames
from backend.office.duty.queries.shifts import KnownShift, Stander, load_shift
from backend.office.duty.queries.sick_calls import standing_leave
from backend.office.duty.queries.swaps import KnownSwap, open_swaps
from backend.office.duty.rules.slots import KINDS
from backend.office.duty.turnout.queries.now import came_to
from backend.office.duty.turnout.rules.standing import HOWS, STATES


@dataclass(frozen=True, slots=True)
class Offer:
    """Whom one could put on a slot: in the place of `instead_of` where it is full; nobody where several fill it."""

    instead_of: Stander | None
    candidates: list[Candidate]


@get("/duty/shifts/{shift_id:uuid}", guards=[requires("duty.read")])
async def show_shift(request: SignedRequest, shift_id: FromPath[UUID]) -> Template:
    """Everybody sees who stands there; whoever does can swap or say that they cannot come."""
    person, at = request.user, now()
    shift = await load_shift(person, shift_id)
    open_now = shift.cancelled_at is None and shift.ends_at > at
    plans = open_now and may(person, "duty.plan")
    empty = _empty_slots(shift, person) if open_now else []
    sheet = await sheet_of(shift) if plans or empty else None
    sick = await standing_leave(shift.id, person.id, at) if open_now else None
    begun = shift.begins_at <= at
    return page(
        request,
        "duty/shift.html",
        current="duty",
        shift=shift,
        kinds=KINDS,
        open=open_now,
        begun=begun,
        own=shift.held_by(person.id),
        asked=await _asked(shift, person, at) if open_now else [],
        plans=plans,
        takes=_takes(shift, sheet.well_again(person.id, sick), empty, person) if sheet else [],
        sick=sick,
        offers=_offers(shift, sheet) if sheet and plans else [],
        breaks=_breaks(shift, sheet) if sheet and plans else {},
        usernames=await usernames(shift.township) if plans else {},
        came=await came_to(person, shift.id, at) if begun else [],
        states=STATES,
        hows=HOWS,
    )


def _empty_slots(shift: KnownShift, person: Person) -> list[int]:
    """Those of a published shift this person could ask to fill: they do not stand there already."""
    if shift.published_at is None or shift.held_by(person.id) is not None:
        return []
    return [slot for slot in range(len(shift.needs)) if shift.missing(slot)]


def _takes(shift: KnownShift, sheet: Sheet, empty: list[int], person: Person) -> list[int]:
    """Those of the empty slots nothing keeps this person from."""
    return [slot for slot in empty if not sheet.against(shift.id, slot, person.id)]


async def _asked(shift: KnownShift, person: Person, at: datetime) -> list[KnownSwap]:
    """The swaps of this shift that wait for somebody's word, those they may see."""
    return [each for each in await open_swaps(person, at) if shift.id in (each.shift, each.other_shift)]


def _breaks(shift: KnownShift, sheet: Sheet) -> dict[UUID | None, list[str]]:
    """Why somebody who stands there should not, by officer."""
    found: dict[UUID | None, list[str]] = {}
    for each in sheet.standing():
        if each.shift == shift.id:
            found.setdefault(each.member, []).append(each.words)
    return found


def _offers(shift: KnownShift, sheet: Sheet) -> list[Offer]:
    """For each slot whoever is not on the shift."""
    there = {each.officer for each in shift.people}
    return [_offer(shift, sheet, slot, there) for slot in range(len(shift.needs))]


def _offer(shift: KnownShift, sheet: Sheet, slot: int, there: set[UUID]) -> Offer:
    standing = shift.on(slot)
    if len(standing) < shift.needs[slot].most:
        return Offer(None, sheet.candidates(shift.id, slot, there))
    if len(standing) > 1:
        return Offer(None, [])
    [only] = standing
    return Offer(only, sheet.without(shift.id, only.officer).candidates(shift.id, slot, there))


ROUTES = [show_shift]
