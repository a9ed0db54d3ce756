"""What a person may do next on a handoff they see."""

from backend.casework.handoffs.queries.approving import approving
from backend.casework.handoffs.queries.people import has_accounts
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import access
from backend.casework.handoffs.rules.offers import Offers, Standing, offers
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal


async def offers_to(person: Person, case: Case) -> Offers:
    """As the commands would judge it, so that no button is shown that answers with a refusal."""
    return offers(case.profile, case.handoff, case.state, await _standing(person, case))


async def _standing(person: Person, case: Case) -> Standing:
    handoff = case.handoff
    if case.side == "addressee":
        to_unit = case.own.to_unit if case.own else handoff.to_unit
        answers = access.may_answer(person, case.where, to_unit, handoff.direction)
        return Standing("addressee", answers=answers and may(person, "handoff.answer"))
    return Standing(
        "sender",
        writes=access.may_write(person) and may(person, "handoff.write"),
        sends=access.may_send(person) and may(person, "handoff.send"),
        decides=may(person, "handoff.decide") and await _decides(person, case),
        silent=not await has_accounts(handoff.to_unit),
    )


async def _decides(person: Person, case: Case) -> bool:
    try:
        await approving(case, person)
    except Refusal:
        return False
    return True
