"""Who decides on a case before it leaves, on the day of the act."""

from collections.abc import Collection
from datetime import date

from backend.casework.handoffs.queries.delegations import given_to
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.approval import Approver, Delegation, approver
from backend.foundation.people.identity import Person


async def approving(case: Case, person: Person, day: date) -> Approver:
    """This person, in their own right or as a delegate. Refuses `not_approver`, `submitter_never_approves`."""
    given = await given_to(person.id)
    return approving_with(case, person, given.get(case.handoff.from_body, ()), day)


def approving_with(case: Case, person: Person, given: Collection[Delegation], day: date) -> Approver:
    """The same, by what the body's leaders have delegated to this person."""
    return approver(
        case.profile,
        case.body,
        case.handoff.direction,
        officer=person.id,
        roles=person.roles,
        submitted_by=case.handoff.submitted_by,
        delegations=tuple(given),
        day=day,
    )
