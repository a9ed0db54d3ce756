"""The cases whose next step is this person's: to decide on, or to sign for."""

from datetime import datetime

from backend.casework.handoffs.cards import Card, card
from backend.casework.handoffs.queries.lists import Filters, page_of
from backend.casework.handoffs.queries.offered import offers_on_each
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may

MOST = 20
AT_ONCE = 200
_MINE = (
    ("handoff.decide", Filters(box="sent", state="submitted"), "approval"),
    ("handoff.answer", Filters(box="received", state="sent"), "receipt"),
)


async def waiting_for(person: Person, at: datetime) -> list[Card]:
    """At most twenty of each kind, what ends first on top of its kind; not what somebody else decides in the first place."""
    found: list[Card] = []
    for action, filters, act in _MINE:
        if not may(person, action):
            continue
        items, _ = await page_of(person, filters, None, AT_ONCE)
        offered = await offers_on_each(person, [item.case for item in items], at)
        mine = [
            item
            for item, offers in zip(items, offered, strict=True)
            if act in offers.acts and not offers.stands_in
        ]
        found += sorted((card(item, at, signs=False) for item in mine), key=_urgency)[:MOST]
    return found


def _urgency(each: Card) -> tuple[bool, float, bool]:
    return each.due is None, each.due.clock.late_from.timestamp() if each.due else 0, not each.urgent
