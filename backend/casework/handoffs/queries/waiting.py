"""The cases whose next step is this person's: to decide on, or to sign for."""

from datetime import datetime

from backend.casework.handoffs.cards import Card, card
from backend.casework.handoffs.queries.lists import Filters, page_of
from backend.casework.handoffs.queries.offered import offers_to
from backend.foundation.people.identity import Person

MOST = 20
_MINE = (
    (Filters(box="sent", state="submitted"), "approval"),
    (Filters(box="received", state="sent"), "receipt"),
)


async def waiting_for(person: Person, at: datetime) -> list[Card]:
    """At most twenty of each kind, what ends first on top of its kind."""
    found: list[Card] = []
    for filters, act in _MINE:
        items, _ = await page_of(person, filters, None, MOST)
        mine = [item for item in items if act in (await offers_to(person, item.case)).acts]
        found += sorted((card(item, at, signs=False) for item in mine), key=_urgency)
    return found


def _urgency(each: Card) -> tuple[bool, float]:
    return each.due is None, each.due.clock.late_from.timestamp() if each.due else 0
