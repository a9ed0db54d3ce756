"""Two people in each other's place, or one in the other's."""

from collections.abc import Sequence
from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.outbox import Sender
from backend.foundation.refusals import Refusal
from backend.office.duty.commands.writing import called, note, put, take_off, touch
from backend.office.duty.drafting import Conflict
from backend.office.duty.queries.conflicts import Sheet, sheet_of
from backend.office.duty.queries.shifts import KnownShift, Stander, held, load_shift
from backend.office.duty.queries.swaps import KnownSwap
from backend.office.duty.rules.editing import judge


async def try_exchange(
    shift: KnownShift, own: Stander, other: UUID, back: KnownShift | None, given: Stander | None
) -> tuple[Conflict, ...]:
    """What it would break."""
    sheet = await _without(shift, own, back, given)
    found = sheet.against(shift.id, own.slot, other)
    if back is None or given is None:
        return found
    if back.roster != shift.roster:
        return (*found, *(await _without(back, given, shift, own)).against(back.id, given.slot, own.officer))
    return (*found, *sheet.against(back.id, given.slot, own.officer))


async def exchange(swap: KnownSwap, sender: Sender, *, despite: bool) -> Sequence[str]:
    """What speaks against it and was overruled. Refuses `not_on_shift` where somebody was put elsewhere meanwhile, `shift_begun`,
    and as `rules.editing.judge`."""
    await batch([held(swap.shift, *filter(None, [swap.other_shift]))])
    shift = await load_shift(sender.person, swap.shift)
    back = await load_shift(sender.person, swap.other_shift) if swap.other_shift else None
    if any(each is not None and each.begins_at <= sender.at for each in (shift, back)):
        raise Refusal("shift_begun")
    own, given = _still(shift, swap.assignment), _still(back, swap.other_assignment) if back else None
    met = await try_exchange(shift, own, swap.other_officer, back, given)
    judge(met, despite=despite)
    await _replace(shift, own, swap.other_officer, sender)
    if back is not None and given is not None:
        await _replace(back, given, swap.asked_by, sender)
    for roster in {shift.roster, back.roster if back else shift.roster}:
        await touch(roster)
        payload = {"shift": called(shift), "officer_name": swap.asked_by_name, "by_name": swap.other_name}
        note("roster.swapped", roster, sender, payload | ({"back": called(back)} if back else {}))
    return [each.words for each in met]


async def _replace(shift: KnownShift, stander: Stander, officer: UUID, sender: Sender) -> None:
    made = await put(shift.id, stander.slot, officer, "swap", sender)
    await take_off(stander, "swap", sender, replaced_by=made)


def _still(shift: KnownShift, assignment: UUID | None) -> Stander:
    found = next((each for each in shift.people if each.id == assignment), None)
    if found is None or shift.cancelled_at is not None:
        raise Refusal("not_on_shift")
    return found


async def _without(shift: KnownShift, own: Stander, back: KnownShift | None, given: Stander | None) -> Sheet:
    """The month of the shift where neither stands any more on what they give away."""
    sheet = (await sheet_of(shift)).without(shift.id, own.officer)
    return sheet.without(back.id, given.officer) if back is not None and given is not None else sheet
