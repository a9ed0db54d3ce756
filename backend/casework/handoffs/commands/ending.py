"""How a handoff ends on the sender's side: closed once the result is in, or withdrawn."""

from uuid import UUID

from backend.casework.handoffs.bodies.acting import Act, Settlement, Withdrawal
from backend.casework.handoffs.commands import limits
from backend.casework.handoffs.commands.acting import Noun, act_on, senders, turned
from backend.casework.handoffs.commands.writing import note_step, write, write_sending
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import sender, states
from backend.foundation.journal import Entry
from backend.foundation.letters.official import void
from backend.foundation.outbox import Received, Sender

CLOSURE = Noun("closure", senders, "closure")
WITHDRAWAL = Noun("withdrawal", senders, "withdrawal")
SETTLEMENT = Noun("settlement", senders, "settlement", key_required=True)
TAKEN_BACK = "移送方撤回"
# The addressee may still sign or accept; after its return it has nothing left to be taken back.
_STILL_THEIRS = frozenset({"sent", "received", "disputed"})


async def close(by: Sender, handoff_id: UUID, body: Act) -> Received:
    """办结: the sender has read the result and files the case away. Refuses `handoff_state`."""

    async def work(case: Case) -> Entry:
        state = states.after(case.handoff.state, "closure")
        changed = await write(case.handoff, {"state": state})
        if case.current is not None:
            await write_sending(case.current, state=state)
        return await note_step(
            by,
            case.of(changed),
            "closure",
            at=await turned(by, case, body.when),
            shared=True,
            text=body.note or "",
        )

    return await act_on(by, handoff_id, CLOSURE, body, work, said=body.when)


async def withdraw(by: Sender, handoff_id: UUID, body: Withdrawal) -> Received:
    """撤回: nothing is owed any more; a number that was given out stays as 作废. Refuses `handoff_state` once accepted."""

    async def work(case: Case) -> Entry:
        state = states.after(case.handoff.state, "withdrawal")
        why = body.reason or body.note or TAKEN_BACK
        changed = await write(case.handoff, {"state": state})
        sending = case.current
        reached = sending is not None and sending.state in _STILL_THEIRS
        if sending is not None and reached:
            await write_sending(sending, state=state)
            if sending.letter is not None:
                await void(sending.letter, by.at, by.person.id, why[:200])
        await limits.fall_away(changed, by.at)
        return await note_step(
            by, case.of(changed), "withdrawal", at=await turned(by, case, body.when), shared=reached, text=why
        )

    return await act_on(by, handoff_id, WITHDRAWAL, body, work, said=body.when)


async def settle(by: Sender, handoff_id: UUID, body: Settlement) -> Received:
    """The dispute over whose it is has ended: the case goes to that body, by a new sending with approval and number.

    Refuses `idempotency_key_missing`, `handoff_state`, `unit_unknown`, `direction_mismatch`.
    """

    async def work(case: Case) -> Entry:
        state = states.after(case.handoff.state, "settlement")
        unit = case.units.named(body.competent_unit, "competent_unit")
        sender.redirected(case.sender, unit, case.handoff.direction, case.handoff.township)
        changed = await write(case.handoff, {"state": state, "to_unit": unit.id})
        if case.current is not None:
            await write_sending(case.current, state=state)
        await limits.begin_transfer_again(changed, by.at)
        return await note_step(
            by,
            case.of(changed),
            "settlement",
            at=await turned(by, case, body.when),
            shared=True,
            text=body.text,
            details={"competent": unit.name, "competent_unit": unit.code, "way": body.way},
        )

    return await act_on(by, handoff_id, SETTLEMENT, body, work, said=body.when)
