"""What a person may do next on the handoffs they see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.casework.handoffs.queries.approving import approving_with
from backend.casework.handoffs.queries.delegations import given_to
from backend.casework.handoffs.queries.people import signing_in
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import access
from backend.casework.handoffs.rules.approval import Approver, Delegation
from backend.casework.handoffs.rules.offers import Offers, Standing, offers
from backend.foundation.now import local
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked once for all cases: which addressees can sign in, what was delegated to this person, by body."""

    signing: frozenset[UUID]
    given: dict[UUID, list[Delegation]]
    today: date


async def offers_to(person: Person, case: Case, at: datetime) -> Offers:
    """As the commands would judge it, so that no button is shown that answers with a refusal."""
    (offered,) = await offers_on_each(person, [case], at)
    return offered


async def offers_on_each(person: Person, cases: Sequence[Case], at: datetime) -> list[Offers]:
    """The same of several, asked for together."""
    sent = [case for case in cases if case.side == "sender"]
    known = _Known(
        await signing_in({case.handoff.to_unit for case in sent}),
        await given_to(person.id) if sent and may(person, "handoff.decide") else {},
        local(at).date(),
    )
    return [offers(case.profile, case.handoff, case.state, _standing(person, case, known)) for case in cases]


def _standing(person: Person, case: Case, known: _Known) -> Standing:
    handoff = case.handoff
    if case.side == "addressee":
        to_unit = case.own.to_unit if case.own else handoff.to_unit
        answers = access.may_answer(person, case.where, to_unit, handoff.direction)
        return Standing("addressee", answers=answers and may(person, "handoff.answer"))
    decides = _decides(person, case, known) if may(person, "handoff.decide") else None
    return Standing(
        "sender",
        writes=access.may_write(person) and may(person, "handoff.write"),
        sends=access.may_send(person) and may(person, "handoff.send"),
        decides=decides is not None,
        silent=handoff.to_unit not in known.signing,
        stands_in=decides is not None and decides.stands_in,
    )


def _decides(person: Person, case: Case, known: _Known) -> Approver | None:
    try:
        return approving_with(case, person, known.given.get(case.handoff.from_body, ()), known.today)
    except Refusal:
        return None
