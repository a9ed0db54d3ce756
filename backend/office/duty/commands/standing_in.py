"""Who cannot come, and who comes instead of their own accord."""

from typing import Annotated
from uuid import UUID

import msgspec

from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal, demand
from backend.foundation.web.bodies import Body
from backend.office.duty.commands import sick_leave
from backend.office.duty.commands.editing import SlotNumber, Why, on_shift, slot_of, standing
from backend.office.duty.commands.news import tell_of_gap, tell_of_shift
from backend.office.duty.commands.writing import called, note, put, take_off
from backend.office.duty.queries.conflicts import sheet_of
from backend.office.duty.queries.people import who_plan
from backend.office.duty.queries.shifts import KnownShift
from backend.office.duty.queries.sick_calls import standing_leave
from backend.office.duty.rules.editing import judge

Who = Annotated[str, msgspec.Meta(max_length=40)]


class CallingIn(Body):
    """POST: why; `officer` where somebody who plans was told by phone. Nobody is asked for a diagnosis."""

    note: Why = ""
    officer: Who | None = None


class Taking(Body):
    """POST: which empty slot."""

    slot: SlotNumber


async def call_in(sender: Sender, shift_id: UUID, body: CallingIn) -> Received:
    """来不了: the slot is empty, whoever plans hears of it at once, and who could take it too; for the rest of the shift they
    are on sick leave. Refuses `not_on_shift`."""

    async def work(shift: KnownShift) -> Entry:
        person = sender.person
        stander = await standing(shift, body.officer or person.username)
        demand(stander.officer == person.id or may(person, "duty.plan"), "来不了由本人说，或告诉排班的人")
        sheet = (await sheet_of(shift)).without(shift.id, stander.officer)
        await take_off(stander, "sick", sender)
        await sick_leave.note_leave(shift, stander, body.note, sender)
        if shift.published_at is not None and len(shift.on(stander.slot)) <= shift.needs[stander.slot].least:
            await tell_of_gap(shift, stander.slot, sheet, f"{stander.name}来不了", sender)
        await tell_of_shift(shift, {stander.officer}, "已记下你来不了", sender)
        payload = {"shift": called(shift), "officer_name": stander.name}  # the reason is on the leave alone
        return note("roster.called_in", shift.roster, sender, payload)

    return await on_shift(sender, shift_id, body, "sickness", work)


async def take(sender: Sender, shift_id: UUID, body: Taking) -> Received:
    """顶班: onto an empty slot oneself, where nothing speaks against it; who called in sick for it takes that back. Refuses
    `slot_filled`, `duty_conflict`, `duty_impossible`; again changes nothing."""

    async def work(shift: KnownShift) -> Entry | None:
        person = sender.person
        if shift.held_by(person.id) is not None:
            return None
        slot_of(shift, body.slot)
        if shift.published_at is None or shift.missing(body.slot) == 0:
            raise Refusal("slot_filled")
        sheet = (await sheet_of(shift)).well_again(
            person.id, await standing_leave(shift.id, person.id, sender.at)
        )
        judge(sheet.against(shift.id, body.slot, person.id), despite=False)
        await put(shift.id, body.slot, person.id, "substitute", sender)
        back = await sick_leave.take_back(shift, person.id, sender)
        title = f"{person.name}能来了" if back else f"{person.name}来顶班"
        await tell_of_shift(shift, await who_plan(shift.township), title, sender)
        payload = {"shift": called(shift), "officer_name": person.name}
        return note("roster.returned" if back else "roster.taken", shift.roster, sender, payload)

    return await on_shift(sender, shift_id, body, "taking", work)
