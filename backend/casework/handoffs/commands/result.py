"""处理结果反馈: the addressee reports what became of it."""

from uuid import UUID

from backend.casework.handoffs.bodies.acting import Result
from backend.casework.handoffs.commands import limits
from backend.casework.handoffs.commands.acting import act_on
from backend.casework.handoffs.commands.answering import answerer, answering, sending_of
from backend.casework.handoffs.commands.writing import note_step, write, write_sending
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import states
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender


async def report(by: Sender, handoff_id: UUID, body: Result) -> Received:
    """Refuses `handoff_state` before it was accepted."""

    async def work(case: Case) -> Entry:
        sending = sending_of(case, "result")
        state = states.after(sending.state, "result")
        who = await answerer(by, case, sending, body)
        changed = await write(case.handoff, {"state": state})
        await write_sending(sending, state=state)
        clock = await limits.reported(changed, who.at)
        return await note_step(
            by,
            case.of(changed),
            "result",
            at=who.at,
            shared=True,
            text=body.text,
            details=who.details,
            name=who.name,
            unit=who.unit,
            late_reason=limits.lateness(clock, who.at, body.late_reason, body.note),
        )

    noun = answering("result", "result", body)
    return await act_on(by, handoff_id, noun, body, work, said=body.when)
