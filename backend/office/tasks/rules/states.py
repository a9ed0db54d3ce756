"""The states of a task and which act leads from one to another. Pure."""

from typing import Final, Literal

from backend.foundation.refusals import Refusal

Act = Literal[
    "acceptance", "progress", "report", "return", "rework", "assignment", "reminders", "closure", "withdrawal"
]  # fmt: skip

WORDS: Final[dict[str, str]] = {
    "given": "等接单",
    "accepted": "正在办",
    "reported": "已报告，等确认",
    "returned": "已退回",
    "done": "已办结",
    "withdrawn": "已撤回",
}
ACTS: Final[dict[str, str]] = {
    "acceptance": "接单",
    "progress": "记进展",
    "report": "报告",
    "return": "退回",
    "rework": "要求重办",
    "assignment": "改派",
    "reminders": "催办",
    "closure": "办结",
    "withdrawal": "撤回",
}
# Waits for whoever it was given to; then for whoever gave it.
TO_DO: Final[frozenset[str]] = frozenset({"given", "accepted"})
TO_JUDGE: Final[frozenset[str]] = frozenset({"reported", "returned"})
OPEN: Final[frozenset[str]] = TO_DO | TO_JUDGE
ENDED: Final[frozenset[str]] = frozenset(WORDS) - OPEN

_FROM: Final[dict[str, frozenset[str]]] = {
    "acceptance": frozenset({"given"}),
    "progress": TO_DO,
    "report": TO_DO,
    "return": TO_DO,
    "rework": frozenset({"reported"}),
    "assignment": TO_DO | {"returned"},
    "reminders": TO_DO,
    "closure": frozenset({"reported"}),
    "withdrawal": OPEN,
}
_TO: Final[dict[str, str]] = {
    "acceptance": "accepted",
    "progress": "accepted",
    "report": "reported",
    "return": "returned",
    "rework": "accepted",
    "assignment": "given",
    "closure": "done",
    "withdrawal": "withdrawn",
}
# Where an act asked for again has long been done and nothing is missing.
_DONE: Final[dict[str, frozenset[str]]] = {
    "acceptance": frozenset({"accepted", "reported", "done"}),
    "return": frozenset({"returned"}),
    "closure": frozenset({"done"}),
    "withdrawal": frozenset({"withdrawn"}),
}


def done(state: str, act: str) -> bool:
    """Whether `act` had been done before, so that asking again changes nothing."""
    return state in _DONE.get(act, frozenset())


def possible(state: str, act: str) -> bool:
    return state in _FROM[act]


def after(state: str, act: str) -> str:
    """The state `act` leads to; refuses `task_state`."""
    if not possible(state, act):
        raise Refusal("task_state", f"现在是“{WORDS[state]}”，不能{ACTS[act]}", extra={"state": state})
    return _TO.get(act, state)
