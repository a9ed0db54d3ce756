"""审批: the sending body's main leader approves, gives it back for changes, or refuses; a delegate in their place."""

from uuid import UUID

from backend.casework.handoffs.bodies.acting import Act, Approval, Disapproval, Revision
from backend.casework.handoffs.commands import limits
from backend.casework.handoffs.commands.acting import Noun, act_on
from backend.casework.handoffs.commands.writing import note_step, write
from backend.casework.handoffs.queries.delegations import given_to
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import access, states, stationed
from backend.casework.handoffs.rules.approval import Approver, approver
from backend.foundation.journal import Entry
from backend.foundation.now import local, now
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person

NOBODY = UUID(int=0)  # nobody has submitted it yet: the state refuses what the approver might do


async def deciding(case: Case, person: Person) -> Approver:
    """Refuses `not_allowed` to the other side, `not_approver`, `submitter_never_approves`."""
    access.demand(case.side == "sender", "由移送方审批")
    return approver(
        case.profile,
        case.body,
        case.handoff.direction,
        officer=person.id,
        roles=person.roles,
        submitted_by=case.handoff.submitted_by or NOBODY,
        delegations=await given_to(person.id, case.handoff.from_body),
        day=local(now()).date(),
    )


async def _approvers(case: Case, person: Person) -> None:
    await deciding(case, person)


APPROVAL = Noun("approval", _approvers, "approval")
REVISION = Noun("revision", _approvers, "revision")
REFUSAL = Noun("refusal", _approvers, "refusal")


async def approve(by: Sender, handoff_id: UUID, body: Approval) -> Received:
    """批准; for a stationed office with the limit the captain sets it. Refuses `submitter_never_approves`, `not_approver`,
    `handoff_state`, and as rules.stationed.set_by_captain."""

    async def work(case: Case) -> Entry:
        return await _decide(by, case, "approval", body, body.note or "")

    return await act_on(by, handoff_id, APPROVAL, body, work, said=body.when)


async def give_back(by: Sender, handoff_id: UUID, body: Revision) -> Received:
    """退回修改, with what to change; also of what was approved and has not left."""

    async def work(case: Case) -> Entry:
        return await _decide(by, case, "revision", body, body.text)

    return await act_on(by, handoff_id, REVISION, body, work, said=body.when)


async def refuse(by: Sender, handoff_id: UUID, body: Disapproval) -> Received:
    """不予批准: the case does not leave; what was approved before is not approved any more."""

    async def work(case: Case) -> Entry:
        entry = await _decide(by, case, "refusal", body, body.reason or body.note or "")
        await limits.fall_away(case.handoff, by.at)
        return entry

    return await act_on(by, handoff_id, REFUSAL, body, work, said=body.when)


async def _decide(by: Sender, case: Case, act: states.Act, body: Act, text: str) -> Entry:
    state = states.after(case.handoff.state, act)
    who = await deciding(case, by.person)
    set_here = _set_here(case, body) if isinstance(body, Approval) else {}
    changed = await write(case.handoff, {"state": state, **set_here})
    instead_of = (who.instead_of, who.instead_of_name) if who.instead_of else None
    return await note_step(
        by,
        case.of(changed),
        act,
        at=by.acted_at(body.when),
        shared=False,
        text=text,
        details=set_here,
        instead_of=instead_of,
    )


def _set_here(case: Case, body: Approval) -> dict[str, int]:
    """The limit that the approval sets a stationed office for this case, if any."""
    handoff = case.handoff
    days = stationed.set_by_captain(case.profile, handoff.direction, body.result_days, handoff.result_days)
    return {"result_days": days} if days is not None and handoff.direction == "stationed" else {}
