"""A handoff as a row of the list, and the rows by how soon they are due. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.casework.handoffs.queries.lists import Item, first_due
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.states import ENDED, State
from backend.casework.handoffs.showing.handoff import case_content, standing
from backend.foundation.clocks import Shown, shown

_LOOKS: Final[dict[State, str]] = {
    "submitted": "brand",
    "approved": "brand",
    "returned_for_changes": "soon",
    "refused": "soon",
    "returned": "soon",
    "disputed": "soon",
    "result": "done",
    "closed": "done",
}
_PRESSING: Final = {"over": "已超期", "soon": "快到期"}
_GROUPS: Final = ("已超期", "快到期", "待签收", "待受理", "时限内", "没有时限", "已了结")


@dataclass(frozen=True, slots=True)
class Card:
    """`who` is the other side; `due` the limit that ends first; `signable`: it waits for this side's receipt."""

    id: UUID
    heading: str
    who: str
    number: str
    state_name: str
    look: str
    urgent: bool
    due: Shown | None
    signable: bool
    group: str


def card(item: Item, at: datetime, *, signs: bool) -> Card:
    """`signs`: the person may sign for what came to this body."""
    seen, content = standing(item.case), case_content(item.case)
    clock = first_due(item)
    due = shown(clock, at) if clock else None
    received = seen["side"] == "addressee"
    waits = received and seen["state"] == "sent"
    return Card(
        item.case.handoff.id,
        content.get("heading") or content["title"],
        f"来自{seen['from_unit_name']}" if received else f"移送{seen['to_unit_name']}",
        seen["number"] or "",
        "待签收" if waits else seen["state_name"],
        "brand" if waits else _LOOKS.get(seen["state"], ""),
        bool(content.get("urgent")),
        due,
        signs and waits,
        _group(item.case.state, due, waits=waits, received=received),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A handoff as the record it came of names it, to the reader's side."""

    who: str
    number: str
    title: str
    state_name: str
    look: str


def named(case: Case) -> Told:
    seen = standing(case)
    return Told(
        seen["to_unit_name"],
        seen["number"] or "",
        case.handoff.title,
        seen["state_name"],
        _LOOKS.get(case.state, ""),
    )


def _group(state: State, due: Shown | None, *, waits: bool, received: bool) -> str:
    """`waits`: for this side's receipt; it comes before what merely runs. What was signed for waits for an answer, also
    where no limit says until when."""
    if state in ENDED:
        return "已了结"
    if due and due.look in _PRESSING:
        return _PRESSING[due.look]
    if waits:
        return "待签收"
    if received and state == "received" and not due:
        return "待受理"
    return "时限内" if due else "没有时限"


def grouped(cards: Iterable[Card]) -> list[tuple[str, list[Card]]]:
    """Overdue first; inside a group what ends first stands first, and of what has no limit the urgent."""
    listed = list(cards)
    groups = []
    for name in _GROUPS:
        found = [each for each in listed if each.group == name]
        found.sort(key=_order)
        if found:
            groups.append((name, found))
    return groups


def _order(each: Card) -> tuple[bool, float, bool]:
    ends = each.due.clock.late_from.timestamp() if each.due else 0.0
    return each.due is None, ends, not each.urgent
