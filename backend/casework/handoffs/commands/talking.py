"""What both sides tell each other while the case is under way: progress, reminders (催办), why something was late."""

from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.bodies.acting import Explanation, Progress
from backend.casework.handoffs.commands.acting import Noun, act_on, both, senders
from backend.casework.handoffs.commands.writing import note_step, noted, write
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import times
from backend.casework.handoffs.rules.states import TALKING, WITH_ADDRESSEE, WORDS, State
from backend.foundation.database import row
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal

PROGRESS = Noun("progress", both, key_required=True)
REMINDER = Noun("reminders", senders, key_required=True)
EXPLANATION = Noun("explanations", both)


async def tell(by: Sender, handoff_id: UUID, body: Progress) -> Received:
    """案件进展: either side, once it was sent."""
    return await _said(by, handoff_id, body, PROGRESS, within=TALKING)


async def remind(by: Sender, handoff_id: UUID, body: Progress) -> Received:
    """催办, on record: the addressee still owes an answer or the result."""
    return await _said(by, handoff_id, body, REMINDER, within=WITH_ADDRESSEE)


async def _said(
    by: Sender, handoff_id: UUID, body: Progress, noun: Noun, *, within: frozenset[State]
) -> Received:
    kind = "progress" if noun is PROGRESS else "reminder"

    async def work(case: Case) -> Entry:
        if case.state not in within:
            raise Refusal("handoff_state", f"现在是“{WORDS[case.state]}”", extra={"state": case.state})
        changed = await write(case.handoff, {})
        return await note_step(
            by, case.of(changed), kind, at=_told_at(by, case, body), shared=True, text=body.text
        )

    return await act_on(by, handoff_id, noun, body, work, said=body.when)


def _told_at(by: Sender, case: Case, body: Progress) -> datetime:
    """Refuses `times_crossed` for what was told before it was sent."""
    return times.following(by, body.when, case.own.sent_at if case.own else case.handoff.discovered_at)


async def explain(by: Sender, handoff_id: UUID, body: Explanation) -> Received:
    """Why a step was late, said afterwards by the side that was late; once. Refuses `not_found`, `handoff_state`."""

    async def work(case: Case) -> Entry:
        shared = "" if case.side == "sender" else " AND shared"
        written = await row(
            f"UPDATE handoff_steps SET late_reason = ? WHERE id = ? AND handoff = ? AND late AND late_reason = ''{shared} "
            "RETURNING kind",
            body.text[:200],
            body.step,
            handoff_id,
        )
        if written is None:
            raise Refusal("not_found", "没有这一步，或者已经说明过原因")
        changed = await write(case.handoff, {})
        payload = {"step": body.step, "kind": written["kind"], "text": body.text}
        return noted(by, changed, "handoff.explanation", payload)

    return await act_on(by, handoff_id, EXPLANATION, body, work, said=body.when)
