"""The states of a request and of each body's answer, and which act leads from one to another. Pure."""

from typing import Final

from backend.foundation.course import Course

WORDS: Final[dict[str, str]] = {"open": "进行中", "done": "已办结", "withdrawn": "已撤回"}
OPEN: Final = frozenset({"open"})
ENDED: Final = frozenset(WORDS) - OPEN

ANSWER_WORDS: Final[dict[str, str]] = {
    "asked": "等答复",
    "received": "已签收，等答复",
    "accepted": "已答应",
    "refused": "不能来",
    "came": "已到场",
    "absent": "没有来",
    "result": "已反馈",
}
ACTS: Final[dict[str, str]] = {
    "calls": "记电话",
    "paper": "补书面通知",
    "closure": "办结",
    "withdrawal": "撤回",
    "receipt": "签收",
    "acceptance": "答应",
    "refusal": "答复不能来",
    "result": "反馈",
    "attendance": "记到场",
    "reminders": "催办",
    "limit": "改期限",
}
# Nobody has said yet whether they come; the limit runs.
WAITING: Final = frozenset({"asked", "received"})
# What counts as the answer; 签收 says only that it was read.
ANSWERS: Final = frozenset({"acceptance", "refusal", "result"})

_WHOLE: Final[Course[str, str]] = Course(
    refusal="request_state",
    words=WORDS,
    acts=ACTS,
    possible_in=dict.fromkeys(("calls", "paper", "closure", "withdrawal"), OPEN),
    leads_to={"closure": "done", "withdrawal": "withdrawn"},
    done_in={"closure": frozenset({"done"}), "withdrawal": frozenset({"withdrawn"})},
)
_ANSWER: Final[Course[str, str]] = Course(
    refusal="request_state",
    words=ANSWER_WORDS,
    acts=ACTS,
    possible_in={
        "receipt": frozenset({"asked"}),
        "acceptance": WAITING | {"accepted", "refused"},
        "refusal": WAITING | {"accepted"},
        "result": WAITING | {"accepted", "came"},
        "attendance": frozenset(ANSWER_WORDS),
        "reminders": WAITING | {"accepted", "came"},
        "limit": WAITING,
    },
    leads_to={
        "receipt": "received",
        "acceptance": "accepted",
        "refusal": "refused",
        "result": "result",
        "attendance": "came",
    },
    done_in={
        "receipt": frozenset(ANSWER_WORDS) - {"asked"},
        "refusal": frozenset({"refused"}),
        "result": frozenset({"result"}),
    },
)
done, after = _WHOLE.done, _WHOLE.after
answer_done, answer_possible = _ANSWER.done, _ANSWER.possible


def answer_after(state: str, act: str, *, came: int | None = None) -> str:
    """The state `act` leads to; `came`: how many, where attendance is recorded. What was fed back stays the last word."""
    following = _ANSWER.after(state, act)
    if act != "attendance":
        return following
    if state == "result":
        return state
    return "came" if came else "absent"
