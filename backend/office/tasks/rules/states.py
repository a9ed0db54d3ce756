"""The states of a task and which act leads from one to another. Pure."""

from typing import Final, Literal

from backend.foundation.course import Course

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

_COURSE: Final[Course[str, str]] = Course(
    refusal="task_state",
    words=WORDS,
    acts=ACTS,
    possible_in={
        "acceptance": frozenset({"given"}),
        "progress": TO_DO,
        "report": TO_DO,
        "return": TO_DO,
        "rework": frozenset({"reported"}),
        "assignment": TO_DO | {"returned"},
        "reminders": TO_DO,
        "closure": frozenset({"reported"}),
        "withdrawal": OPEN,
    },
    leads_to={
        "acceptance": "accepted",
        "progress": "accepted",
        "report": "reported",
        "return": "returned",
        "rework": "accepted",
        "assignment": "given",
        "closure": "done",
        "withdrawal": "withdrawn",
    },
    done_in={
        "acceptance": frozenset({"accepted", "reported", "done"}),
        "return": frozenset({"returned"}),
        "closure": frozenset({"done"}),
        "withdrawal": frozenset({"withdrawn"}),
    },
)
done, possible, after = _COURSE.done, _COURSE.possible, _COURSE.after
