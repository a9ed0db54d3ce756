"""The course of a handoff as its page tells it: the five stations at the top, and every step with its paper. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from backend.casework.handoffs.queries.sheet import Sheet, Step
from backend.casework.handoffs.rules.states import State
from backend.casework.handoffs.sentences import step_sentence
from backend.foundation.letters.official import Letter
from backend.foundation.web.words import zh_day

# Station, the steps that reach it, the states in which it is the present one.
_STATIONS: Final[tuple[tuple[str, frozenset[str], frozenset[State]], ...]] = (
    ("起草", frozenset({"submission"}), frozenset({"draft", "returned_for_changes"})),
    ("批准", frozenset({"approval"}), frozenset({"submitted", "refused"})),
    ("移送", frozenset({"dispatch"}), frozenset({"approved", "sealed"})),
    ("受理", frozenset({"acceptance"}), frozenset({"sent", "received", "returned", "disputed"})),
    ("反馈", frozenset({"result"}), frozenset({"accepted"})),
    ("办结", frozenset({"closure"}), frozenset({"result"})),
)
_INSIDE: Final = frozenset({"起草", "批准"})


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words; `papers` are those made with it; `explain`: it was late and nobody has said why."""

    id: UUID
    at: datetime
    sentence: str
    who: str
    recorded_by: str
    urgent: bool
    explain: bool
    papers: tuple[Letter, ...]


def course(found: Sheet, papers: Iterable[Letter]) -> list[Told]:
    """Oldest first; every earlier sending with it."""
    listed = list(papers)
    return [_told(step, listed) for step in found.steps]


def _told(step: Step, papers: list[Letter]) -> Told:
    details = step.told
    payload: dict[str, Any] = {**details, "text": step.text}
    position = f"（{details['position']}）" if details.get("position") else ""
    if step.instead_of_name:
        payload["instead_of"] = step.instead_of_name
    if step.late:
        payload["late_reason"] = step.late_reason
    recorded = step.recorded_by_name or ""
    return Told(
        id=step.id,
        at=step.at,
        sentence=step_sentence(step.kind, payload),
        who=" ".join(part for part in (step.unit_name, step.done_by_name + position) if part),
        recorded_by=recorded if "on_behalf" in details else "",
        urgent=step.kind in ("reminder", "return", "urgency"),
        explain=step.late and not step.late_reason,
        papers=tuple(letter for letter in papers if letter.id == step.letter),
    )


def progress(state: State, steps: Sequence[Step], at: datetime) -> list[dict[str, str]]:
    """Stations as `steps()` of shared/clocks.html draws them; an addressee's begin with the sending."""
    reached = {step.kind: step.at for step in steps}
    inside = any(kind in reached for kind in ("submission", "approval")) or state in ("draft", "submitted")
    stations = []
    for name, kinds, present in _STATIONS:
        if name in _INSIDE and not inside:
            continue
        when = next((reached[kind] for kind in kinds if kind in reached), None)
        now = state in present
        done = when is not None and not now
        stations.append(
            {
                "name": name,
                "when": zh_day(when, at) if when and done else "",
                "state": "now" if now else ("done" if done else ""),
            }
        )
    return stations
