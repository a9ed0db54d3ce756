"""The states of a notification and which act leads from one to another. Pure."""

from typing import Final, Literal

from backend.foundation.course import Course

State = Literal[
    "told", "received", "departed", "arrived", "measures", "refused", "result", "closed", "withdrawn"
]
Act = Literal[
    "calls", "receipt", "departure", "arrival", "refusal", "measures", "result", "meetings", "addenda", "report",
    "closure", "withdrawal",
]  # fmt: skip

WORDS: Final[dict[str, str]] = {
    "told": "已通报，等答复",
    "received": "已签收，等答复",
    "departed": "已派员",
    "arrived": "已到场",
    "measures": "正在采取措施",
    "refused": "不派员、不处理",
    "result": "已反馈结果",
    "closed": "已办结",
    "withdrawn": "已撤回",
}
ACTS: Final[dict[str, str]] = {
    "calls": "电话通知",
    "receipt": "签收",
    "departure": "派员",
    "arrival": "到场",
    "refusal": "答复不处理",
    "measures": "研究和措施",
    "result": "反馈结果",
    "meetings": "专题会议",
    "addenda": "补充情况",
    "report": "报告政府",
    "closure": "办结",
    "withdrawal": "撤回",
}
WAITING: Final[frozenset[str]] = frozenset({"told", "received"})
ENDED: Final[frozenset[str]] = frozenset({"closed", "withdrawn"})
OPEN: Final[frozenset[str]] = frozenset(WORDS) - ENDED
# What the told body answers with; 签收 says only that it has read.
ANSWERS: Final[frozenset[str]] = frozenset({"departure", "refusal", "measures", "result"})

_ON_THE_WAY: Final[frozenset[str]] = frozenset({"departed", "arrived"})
_COURSE: Final[Course[str, str]] = Course(
    refusal="hazard_state",
    words=WORDS,
    acts=ACTS,
    possible_in={
        "calls": OPEN,
        "receipt": frozenset({"told"}),
        "departure": WAITING | {"refused", "measures"},
        "arrival": frozenset({"departed"}),
        "refusal": WAITING | {"refused"},
        "measures": OPEN - {"result"},
        "result": OPEN - {"result"},
        "meetings": OPEN,
        "addenda": frozenset(WORDS),
        "report": WAITING | {"refused"},
        "closure": OPEN,
        "withdrawal": OPEN,
    },
    leads_to={
        "receipt": "received",
        "departure": "departed",
        "arrival": "arrived",
        "refusal": "refused",
        "measures": "measures",
        "result": "result",
        "closure": "closed",
        "withdrawal": "withdrawn",
    },
    done_in={
        "receipt": frozenset(WORDS) - {"told", "withdrawn"},
        "departure": _ON_THE_WAY,
        "arrival": frozenset({"arrived"}),
        "result": frozenset({"result"}),
        "closure": frozenset({"closed"}),
        "withdrawal": frozenset({"withdrawn"}),
    },
)
done, possible = _COURSE.done, _COURSE.possible


def after(state: str, act: str) -> str:
    """The state `act` leads to; refuses `hazard_state`. Measures leave it standing that people are on the way."""
    following = _COURSE.after(state, act)
    return state if act == "measures" and state in _ON_THE_WAY else following
