"""Which acts a page offers somebody on a request as it stands. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.casework.requests.rules import states
from backend.casework.requests.rules.access import Side, answers_for
from backend.casework.requests.rules.request import Party, Request
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

_ANSWERS = ("acceptance", "refusal", "result", "receipt")
_ASKING = ("attendance", "reminders", "limit")


@dataclass(frozen=True, slots=True)
class Offers:
    """`whole`: acts on the request; `own`: the asked body's acts on its part, `asking` those of who asks, by the id of the party."""

    whole: tuple[str, ...]
    own: dict[UUID, tuple[str, ...]]
    asking: dict[UUID, tuple[str, ...]]
    behalf: dict[UUID, tuple[str, ...]]


def offers(person: Person, where: Side, request: Request, parties: Sequence[Party]) -> Offers:
    asks = where == "asking" and may(person, "request.ask") and request.open
    answering = may(person, "request.answer") and request.open
    whole = _whole(request) if asks else ()
    return Offers(
        whole=whole,
        own={
            each.id: _possible(request, each, _ANSWERS)
            for each in parties
            if answering and where == "asked" and answers_for(person, request, each.unit)
        },
        asking={each.id: _possible(request, each, _ASKING) for each in parties if asks},
        behalf={
            each.id: tuple(act for act in _possible(request, each, _ANSWERS) if act != "receipt")
            for each in parties
            if asks
        },
    )


def _whole(request: Request) -> tuple[str, ...]:
    return tuple(
        act
        for act in ("paper", "calls", "closure", "withdrawal")
        if (act != "paper" or request.paper_owed) and (act != "closure" or not request.paper_owed)
    )


def _possible(request: Request, party: Party, acts: Sequence[str]) -> tuple[str, ...]:
    """Police cover has no result to feed back: who came says it."""
    return tuple(
        act
        for act in acts
        if states.answer_possible(party.state, act) and not (act == "result" and request.kind == "police")
    )
