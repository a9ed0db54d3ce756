"""审批: the sending body's main leader approves, gives it back for changes, or refuses; a delegate in their place."""

from uuid import UUID

from backend.casework.handoffs.bodies.acting import Act, Approval, Disapproval, Revision
from backend.casework.handoffs.commands import limits
from backend.casework.handoffs.commands.acting import Noun, act_on, turned
from backend.casework.handoffs.commands.writing import note_step, write
from backend.casework.handoffs.queries.approving import approving
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import states, stationed
from backend.casework.handoffs.rules.approval import Approver
from backend.foundation.journal import Entry
from backend.foundation.now import local
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.refusals import demand


async def approve(by: Sender, handoff_id: UUID, body: Approval) -> Received:
    """批准; for a stationed office with the limit the captain sets it. Refuses `submitter_never_approves`, `not_approver`,
    `handoff_state`, and as rules.stationed.set_by_captain."""
    return await _decide(by, handoff_id, "approval", body, body.note or "")


async def give_back(by: Sender, handoff_id: UUID, body: Revision) -> Received:
    """退回修改, with what to change; also of what was approved and has not left."""
    return await _decide(by, handoff_id, "revision", body, body.text)


async def refuse(by: Sender, handoff_id: UUID, body: Disapproval) -> Received:
    """不予批准: the case does not leave; what was approved before is not approved any more."""
    return await _decide(by, handoff_id, "refusal", body, body.reason or body.note or "")


async def _decide(by: Sender, handoff_id: UUID, act: states.Act, body: Act, text: str) -> Received:
    """Refuses `not_allowed` to the other side, and whom queries.approving refuses."""
    deciding: Approver

    async def allowed(case: Case, person: Person) -> None:
        nonlocal deciding
        demand(case.side == "sender", "由移送方审批")
        deciding = await approving(case, person, local(by.at).date())

    async def work(case: Case) -> Entry:
        state = states.after(case.handoff.state, act)
        set_here = _set_here(case, body) if isinstance(body, Approval) else {}
        changed = await write(case.handoff, {"state": state, **set_here})
        at, who = await turned(by, case, body.when), deciding.instead_of
        entry = await note_step(
            by, case.of(changed), act, at=at, shared=False, text=text, details=set_here, instead_of=who
        )
        if state in states.ENDED:
            await limits.fall_away(changed, by.at)
        return entry

    return await act_on(by, handoff_id, Noun(act, allowed, act), body, work, said=body.when)


def _set_here(case: Case, body: Approval) -> dict[str, int]:
    """The limit that the approval sets a stationed office for this case, if any."""
    handoff = case.handoff
    days = stationed.set_by_captain(case.profile, handoff.direction, body.result_days, handoff.result_days)
    return {"result_days": days} if days is not None and handoff.direction == "stationed" else {}
