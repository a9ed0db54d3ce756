"""The last word on a handoff, as the top of its page tells it: why it came back, or what became of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from backend.casework.handoffs.queries.sheet import Step
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.states import State

# The steps whose words answer for the state, and what they are called.
_WORDS: Final[dict[State, tuple[frozenset[str], str]]] = {
    "returned_for_changes": (frozenset({"revision"}), "要改什么"),
    "refused": (frozenset({"refusal"}), "为什么不批准"),
    "returned": (frozenset({"return", "settlement"}), "为什么退回"),
    "disputed": (frozenset({"return"}), "为什么退回"),
    "result": (frozenset({"result"}), "处理结果"),
    "closed": (frozenset({"result"}), "处理结果"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """`competent` is the body a return or a settlement named, with its code where it is one of the list; `turned_away`:
    the sender has not chosen another addressee since the present one gave the case back."""

    title: str
    settled: bool
    by: str
    at: datetime
    text: str
    competent: str
    competent_unit: str
    turned_away: bool


def outcome(case: Case, steps: Sequence[Step]) -> Outcome | None:
    """None while nobody has answered, and where a case ended without an answer."""
    kinds, title = _WORDS.get(case.state, (frozenset(), ""))
    said = next((step for step in reversed(steps) if step.kind in kinds), None)
    if said is None:
        return None
    told, settled = said.told, said.kind == "settlement"
    return Outcome(
        title="争议处理结果" if settled else title,
        settled=settled,
        by=" ".join(part for part in (said.unit_name, said.done_by_name) if part),
        at=said.at,
        text=said.text,
        competent=told.get("competent", ""),
        competent_unit=told.get("competent_unit", ""),
        turned_away=_turned_away(case),
    )


def _turned_away(case: Case) -> bool:
    current = case.current
    if case.side != "sender" or case.state != "returned" or current is None:
        return False
    return current.to_unit == case.handoff.to_unit
