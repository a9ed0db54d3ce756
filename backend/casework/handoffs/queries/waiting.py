"""The cases whose next step is this person's: to decide on, or to sign for."""

from datetime import datetime

from backend.casework.handoffs.cards import Card, card
from backend.casework.handoffs.queries import standing
from backend.casework.handoffs.queries.lists import Filters, narrowed, with_limits
from backend.casework.handoffs.queries.offered import offers_on_each
from backend.casework.handoffs.queries.visible import Case
from backend.foundation.database import Dialogue
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

Waiting = dict[str, list[Case]]
MOST = 20
AT_ONCE = 200
_MINE = (
    ("handoff.decide", Filters(box="sent", state="submitted"), "approval"),
    ("handoff.answer", Filters(box="received", state="sent"), "receipt"),
)


def perhaps_waiting(person: Person) -> Dialogue[Waiting]:
    """The cases that may wait for this person, by the act they wait for."""
    mine = [
        (filters, act)
        for action, filters, act in _MINE
        if may(person, "handoff.read") and may(person, action)
    ]
    if not mine:
        return {}
    where, found = (yield from standing.where(person)), Waiting()
    for filters, act in mine:
        found[act], _ = yield from narrowed(person, where, filters, None, AT_ONCE)
    return found


async def waiting_for(person: Person, found: Waiting, at: datetime) -> list[Card]:
    """At most twenty of each kind, what ends first on top of its kind; not what somebody else decides in the first place."""
    cards: list[Card] = []
    for act, cases in found.items():
        offered = await offers_on_each(person, cases, at)
        mine = [
            case
            for case, offers in zip(cases, offered, strict=True)
            if act in offers.acts and not offers.stands_in
        ]
        listed = [card(item, at, signs=False) for item in await with_limits(mine)]
        cards += sorted(listed, key=_urgency)[:MOST]
    return cards


def _urgency(each: Card) -> tuple[bool, float, bool]:
    return each.due is None, each.due.clock.late_from.timestamp() if each.due else 0, not each.urgent
