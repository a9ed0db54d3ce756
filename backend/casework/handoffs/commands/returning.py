"""不予受理（退回）: with the reason and the body that is thought to be competent; the second opens a dispute."""

from uuid import UUID

from backend.casework.handoffs import papers
from backend.casework.handoffs.bodies.acting import Return
from backend.casework.handoffs.commands import limits
from backend.casework.handoffs.commands.acting import act_on
from backend.casework.handoffs.commands.answering import Answerer, answerer, answering, sending_of, signed
from backend.casework.handoffs.commands.writing import note_step, write, write_sending
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import returns, states
from backend.casework.handoffs.rules.handoff import Sending
from backend.foundation.journal import Entry
from backend.foundation.letters import official
from backend.foundation.outbox import Received, Sender


async def give_back(by: Sender, handoff_id: UUID, body: Return) -> Received:
    """The case is the sender's again, with a transfer limit of its own from now; a recipient never sends it on.

    Refuses `idempotency_key_missing`, `handoff_state`, `reason_needed`, `competent_body_needed`, `unit_unknown`.
    """

    async def work(case: Case) -> Entry:
        sending = sending_of(case, "return")
        state = states.after(sending.state, "return", returns=case.handoff.returns)
        reason, competent = _said(case, sending, body)
        who = await answerer(by, case, sending, body)
        case, sending, _ = await signed(by, case, sending, who, "随退回一并签收", number=body.number)
        letter = await _notice(by, case, sending, who, said=(reason, competent), number=body.number)
        changed = await write(case.handoff, {"state": state, "returns": case.handoff.returns + 1})
        await write_sending(sending, state=state)
        clock = await limits.answered(changed, who.at)
        if state == "returned":
            await limits.begin_transfer_again(changed, who.at)
        return await note_step(
            by,
            case.of(changed),
            "return",
            at=who.at,
            shared=True,
            text=reason,
            details=_details(who, competent, body, letter),
            name=who.name,
            unit=who.unit,
            late_reason=limits.lateness(clock, who.at, body.late_reason, body.note),
            letter=letter.id if letter else None,
        )

    noun = answering("return", "return", body, key_required=True)
    return await act_on(by, handoff_id, noun, body, work, said=body.when)


def _said(case: Case, sending: Sending, body: Return) -> tuple[str, str]:
    """Why, and whose it is thought to be."""
    reason = body.reason or body.note or ""
    returns.names_reason(reason)
    addressee = case.units.units[sending.to_unit].name
    named = case.units.named(body.competent_unit, "competent_unit").name if body.competent_unit else ""
    competent = named or (body.competent_body or "").strip()
    returns.names_competent(competent, addressee)
    return reason, competent


async def _notice(
    by: Sender, case: Case, sending: Sending, who: Answerer, *, said: tuple[str, str], number: str | None
) -> official.Letter | None:
    """不予受理（退回）告知函."""
    if who.without_account or case.handoff.direction == "stationed":
        return None
    reason, competent = said
    notice = official.ReturnNotice(
        matter=papers.matter_of(case.handoff),
        letter=sending.number,
        received_at=sending.receipt_at or who.at,
        reason=reason,
        contact=await papers.answering_contact(by, sending.to_unit),
        competent=competent,
    )
    return await papers.issue(
        notice, case, by, body=sending.to_unit, addressee=case.handoff.from_unit, number=number
    )


def _details(who: Answerer, competent: str, body: Return, letter: official.Letter | None) -> dict[str, str]:
    told = {"competent": competent, **(who.details or {})}
    if body.competent_unit:
        told["competent_unit"] = body.competent_unit
    if letter is not None or body.number:
        told["number"] = letter.number if letter else body.number or ""
    return told
