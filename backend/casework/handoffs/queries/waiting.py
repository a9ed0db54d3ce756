"""The cases whose next step is this person's: to decide on, to sign for and answer, or to send on and close."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from backend.casework.handoffs.cards import Card, card, grouped
from backend.casework.handoffs.queries import standing
from backend.casework.handoffs.queries.lists import Turns, narrowed, with_limits
from backend.casework.handoffs.queries.offered import offers_on_each
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.states import Act
from backend.foundation.database import Dialogue
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

Waiting = dict[frozenset[Act], list[Case]]
MOST = 20
AT_ONCE = 200
_SIGNS: Final = Turns(box="received", states=("sent",))
_ANSWERS: Final = Turns(box="received", states=("received", "accepted"))
# What came back, what was approved and what was answered is for whoever prepared it; a draft waits for nobody.
_GOES_ON: Final = Turns(
    box="sent", states=("returned_for_changes", "returned", "approved", "sealed", "result")
)
_MINE: Final[tuple[tuple[str, Turns, frozenset[Act]], ...]] = (
    ("handoff.decide", Turns(box="sent", states=("submitted",)), frozenset({"approval"})),
    ("handoff.answer", _SIGNS, frozenset({"receipt"})),
    ("handoff.answer", _ANSWERS, frozenset({"acceptance", "result"})),
    ("handoff.send", _GOES_ON, frozenset({"submission", "dispatch", "closure"})),
)


def perhaps_waiting(person: Person) -> Dialogue[Waiting]:
    """The cases that may wait for this person, by the acts they wait for."""
    mine = [
        (replace(filters, handler=person.id) if filters is _GOES_ON else filters, acts)
        for action, filters, acts in _MINE
        if may(person, "handoff.read") and may(person, action)
    ]
    if not mine:
        return {}
    where, found = (yield from standing.where(person)), Waiting()
    for filters, acts in mine:
        found[acts], _ = yield from narrowed(person, where, filters, None, AT_ONCE)
    return found


async def waiting_for(person: Person, found: Waiting, at: datetime) -> list[Card]:
    """In the order of the list, at most twenty; not what somebody else decides in the first place."""
    cases = [(case, acts) for acts, listed in found.items() for case in listed]
    offered = await offers_on_each(person, [case for case, _ in cases], at) if cases else []
    mine = [
        case
        for (case, acts), offers in zip(cases, offered, strict=True)
        if acts & offers.acts and not offers.stands_in
    ]
    cards = [card(item, at, signs=False) for item in await with_limits(mine)]
    return [each for _, listed in grouped(cards) for each in listed][:MOST]
