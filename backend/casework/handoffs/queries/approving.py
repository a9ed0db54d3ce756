"""Who decides on a case before it leaves, today."""

from backend.casework.handoffs.queries.delegations import given_to
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.approval import Approver, approver
from backend.foundation.now import local, now
from backend.foundation.people.identity import Person


async def approving(case: Case, person: Person) -> Approver:
    """This person, in their own right or as a delegate. Refuses `not_approver`, `submitter_never_approves`."""
    return approver(
        case.profile,
        case.body,
        case.handoff.direction,
        officer=person.id,
        roles=person.roles,
        submitted_by=case.handoff.submitted_by,
        delegations=await given_to(person.id, case.handoff.from_body),
        day=local(now()).date(),
    )
