"""The roster by hand: somebody onto a shift, off it, in somebody's place; a shift that does not take place."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

import msgspec

from backend.foundation.database import execute
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.commands import sick_leave
from backend.office.duty.commands.news import tell_of_shift
from backend.office.duty.commands.writing import called, note, put, take_off, touch
from backend.office.duty.queries.conflicts import sheet_of
from backend.office.duty.queries.people import named
from backend.office.duty.queries.rosters import roster_of_shift
from backend.office.duty.queries.shifts import KnownShift, Stander, load_shift
from backend.office.duty.rules.editing import judge

Username = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
SlotNumber = Annotated[int, msgspec.Meta(ge=0, le=20)]
Why = Annotated[str, msgspec.Meta(max_length=200)]
Work = Callable[[KnownShift], Awaitable[Entry | None]]


class Assigning(Body):
    """POST: who, on which slot; `despite` what speaks against it and can be overruled."""

    officer: Username
    slot: SlotNumber
    despite: bool = False


class Releasing(Body):
    """POST: who stands there no more."""

    officer: Username
    note: Why = ""


class Substituting(Body):
    """POST: `by` in the place of `officer`."""

    officer: Username
    by: Username
    note: Why = ""
    despite: bool = False


class Cancelling(Body):
    """POST: why it does not take place."""

    note: Why = ""


async def assign(sender: Sender, shift_id: UUID, body: Assigning) -> Received:
    """Again changes nothing. Refuses `duty_impossible`, `duty_conflict`, `shift_cancelled`, `invalid`."""

    async def work(shift: KnownShift) -> Entry | None:
        officer, name = await known(shift, body.officer)
        there = shift.held_by(officer)
        if there is not None and there.slot == body.slot:
            return None
        slot_of(shift, body.slot)
        met = (await sheet_of(shift)).against(shift.id, body.slot, officer)
        judge(met, despite=body.despite)
        if there is not None:
            await take_off(there, "changed", sender)
        await put(shift.id, body.slot, officer, "hand", sender)
        await sick_leave.take_back(shift, officer, sender)
        await tell_of_shift(shift, {officer}, "给你排了班", sender)
        said = {"despite": [each.words for each in met]} if met else {}
        return _noted("roster.assigned", shift, sender, officer_name=name, **said)

    return await on_shift(sender, shift_id, body, "assignments", work)


async def release(sender: Sender, shift_id: UUID, body: Releasing) -> Received:
    """Refuses `not_on_shift`."""

    async def work(shift: KnownShift) -> Entry:
        stander = await standing(shift, body.officer)
        await take_off(stander, "changed", sender, note=body.note)
        await tell_of_shift(shift, {stander.officer}, "你的一个班次取消了", sender, body.note)
        return _noted("roster.released", shift, sender, officer_name=stander.name, note=body.note)

    return await on_shift(sender, shift_id, body, "releases", work)


async def substitute(sender: Sender, shift_id: UUID, body: Substituting) -> Received:
    """替班, as whoever plans says so. Refuses as `assign`, and `not_on_shift`."""

    async def work(shift: KnownShift) -> Entry:
        stander, (officer, name) = await standing(shift, body.officer), await known(shift, body.by)
        met = (await sheet_of(shift)).instead(shift.id, stander.slot, officer, stander.officer)
        judge(met, despite=body.despite)
        made = await put(shift.id, stander.slot, officer, "substitute", sender)
        await take_off(stander, "substitute", sender, note=body.note, replaced_by=made)
        await sick_leave.take_back(shift, officer, sender)
        await tell_of_shift(shift, {officer}, f"你替{stander.name}的班", sender, body.note)
        await tell_of_shift(shift, {stander.officer}, f"{name}替你的班", sender, body.note)
        return _noted(
            "roster.substituted", shift, sender, officer_name=stander.name, by_name=name, note=body.note
        )

    return await on_shift(sender, shift_id, body, "substitution", work)


async def cancel(sender: Sender, shift_id: UUID, body: Cancelling) -> Received:
    """It does not take place; again changes nothing."""

    async def work(shift: KnownShift) -> Entry:
        await execute(
            "UPDATE shifts SET cancelled_at = ?, note = ?, version = version + 1 WHERE id = ? RETURNING id",
            sender.at,
            body.note or shift.note,
            shift.id,
        )
        people = {each.officer for each in shift.people}
        await tell_of_shift(shift, people, "你的一个班次取消了", sender, body.note)
        return _noted("roster.shift_cancelled", shift, sender, note=body.note)

    return await on_shift(sender, shift_id, body, "cancellation", work, again=True)


async def on_shift(
    sender: Sender, shift_id: UUID, body: msgspec.Struct, noun: str, work: Work, *, again: bool = False
) -> Received:
    """One act on a shift that takes place and is not over. `again`: where it is cancelled already nothing happens."""
    roster = await roster_of_shift(shift_id)
    if roster is None:
        raise Refusal("not_found")

    async def act() -> Entry | None:
        shift = await load_shift(sender.person, shift_id, lock=True)
        if shift.cancelled_at is not None:
            if again:
                return None
            raise Refusal("shift_cancelled")
        if shift.ends_at <= sender.at:
            raise Refusal("shift_over")
        entry = await work(shift)
        if entry is not None:
            await touch(shift.roster)
        return entry

    subject = ("roster", roster)
    return await receive_act(
        sender.person, subject, act, content=body, noun=f"{shift_id} {noun}", key=sender.key
    )


def slot_of(shift: KnownShift, slot: int) -> None:
    if slot >= len(shift.needs):
        raise Refusal("invalid", fields={"slot": "这个班次没有这个席位"})


async def known(shift: KnownShift, username: str) -> tuple[UUID, str]:
    """Somebody of the township who may stand on shifts; refuses `invalid`."""
    found = (await named(shift.township)).get(username)
    if found is None:
        raise Refusal("invalid", fields={"officer": "从名单里选人"})
    return found


async def standing(shift: KnownShift, username: str) -> Stander:
    """Refuses `not_on_shift`."""
    found = next((each for each in shift.people if each.username == username), None)
    if found is None:
        raise Refusal("not_on_shift")
    return found


def _noted(kind: str, shift: KnownShift, sender: Sender, **said: object) -> Entry:
    return note(kind, shift.roster, sender, {"shift": called(shift), **said})
