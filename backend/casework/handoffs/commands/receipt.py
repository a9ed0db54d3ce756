"""签收: it has been received. It is not 受理, and no limit begins with it."""

from uuid import UUID

from backend.casework.handoffs.bodies.acting import Receipt
from backend.casework.handoffs.commands.acting import act_on
from backend.casework.handoffs.commands.answering import answerer, answering, sending_of, signed
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import states
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender


async def receive(by: Sender, handoff_id: UUID, body: Receipt) -> Received:
    """By the addressee's people, or entered on behalf. Refuses `handoff_state`, `proof_missing`,
    `addressee_answers_itself`."""

    async def work(case: Case) -> Entry | None:
        sending = sending_of(case, "receipt")
        state = states.after(sending.state, "receipt")
        who = await answerer(by, case, sending, body)
        _, _, entry = await signed(by, case, sending, who, body.note or "", number=body.number, state=state)
        return entry

    noun = answering("receipt", "receipt", body)
    return await act_on(by, handoff_id, noun, body, work, said=body.when)
