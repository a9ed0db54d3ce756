"""What there is to send people out with: of each kind what is free, what is out and with whom, what is broken. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from backend.office.equipment.queries.things import Named
from backend.office.equipment.rules.words import KINDS

_FREE, _OUT = frozenset({"in"}), frozenset({"out", "late"})
# What command asks for first.
_ORDER: Final = ("vehicle", "drone", "radio", "recorder", "other")


@dataclass(frozen=True, slots=True)
class Stock:
    """Of one kind, in the order of the list they came from."""

    kind: str
    free: list[Named]
    out: list[Named]
    broken: list[Named]

    @property
    def name(self) -> str:
        return KINDS[self.kind]


def stocks(things: Iterable[Named], at: datetime) -> list[Stock]:
    """Only kinds of which there is one; vehicles first."""
    found = {kind: Stock(kind, [], [], []) for kind in _ORDER}
    for each in things:
        stock, state = found[each.thing.kind], each.state(at)
        side = stock.free if state in _FREE else stock.out if state in _OUT else stock.broken
        side.append(each)
    return [stock for stock in found.values() if stock.free or stock.out or stock.broken]
