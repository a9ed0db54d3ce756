"""受理: the addressee takes the case on and says so in writing."""

from uuid import UUID

from backend.casework.handoffs import papers
from backend.casework.handoffs.bodies.acting import Acceptance
from backend.casework.handoffs.commands import limits
from backend.casework.handoffs.commands.acting import act_on
from backend.casework.handoffs.commands.answering import Answerer, answerer, answering, sending_of, signed
from backend.casework.handoffs.commands.writing import note_step, write, write_sending
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import states
from backend.casework.handoffs.rules.handoff import Sending
from backend.foundation.journal import Entry
from backend.foundation.letters import official
from backend.foundation.outbox import Received, Sender


async def accept(by: Sender, handoff_id: UUID, body: Acceptance) -> Received:
    """Ends the limit of the answer, begins that of the result. Whoever accepts has signed for it.

    Refuses `handoff_state` with who was faster, and what the letters refuse.
    """

    async def work(case: Case) -> Entry:
        sending = sending_of(case, "acceptance")
        state = states.after(sending.state, "acceptance")
        who = await answerer(by, case, sending, body)
        case, sending, _ = await signed(by, case, sending, who, "随受理一并签收", number=body.number)
        letter = await _answer(by, case, sending, who, body)
        changed = await write(case.handoff, {"state": state})
        await write_sending(sending, state=state)
        clock = await limits.answered(changed, who.at)
        await limits.taken_on(changed, who.at)
        return await note_step(
            by,
            case.of(changed),
            "acceptance",
            at=who.at,
            shared=True,
            text=body.note or "",
            details=_details(who, body, letter),
            name=who.name,
            unit=who.unit,
            late_reason=limits.lateness(clock, who.at, body.late_reason, body.note),
            letter=letter.id if letter else None,
        )

    noun = answering("acceptance", "acceptance", body)
    return await act_on(by, handoff_id, noun, body, work, said=body.when)


async def _answer(
    by: Sender, case: Case, sending: Sending, who: Answerer, body: Acceptance
) -> official.Letter | None:
    """移送案件受理情况告知函; a body without accounts has written its own, and a stationed office writes none."""
    if who.without_account or case.handoff.direction == "stationed":
        return None
    notice = official.AcceptanceNotice(
        matter=papers.matter_of(case.handoff),
        letter=sending.number,
        received_at=sending.receipt_at or who.at,
        accepted_at=who.at,
        contact=await papers.answering_contact(by, sending.to_unit),
        handler=body.handler or "",
        note=body.note or "",
    )
    return await papers.issue(
        notice,
        case,
        by,
        body=sending.to_unit,
        addressee=case.handoff.from_unit,
        number=body.number,
    )


def _details(who: Answerer, body: Acceptance, letter: official.Letter | None) -> dict[str, str]:
    told = dict(who.details or {})
    if body.handler:
        told["handler"] = body.handler
    if letter is not None or body.number:
        told["number"] = letter.number if letter else body.number or ""
    return told
