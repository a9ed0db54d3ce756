"""The states of a notification and which act leads from one to another. Pure."""

from typing import Final, Literal

from backend.foundation.refusals import Refusal

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

_FROM: Final[dict[str, frozenset[str]]] = {
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
}
_TO: Final[dict[str, str]] = {
    "receipt": "received",
    "departure": "departed",
    "arrival": "arrived",
    "refusal": "refused",
    "result": "result",
    "closure": "closed",
    "withdrawal": "withdrawn",
}
_ON_THE_WAY: Final[frozenset[str]] = frozenset({"departed", "arrived"})
# Where an act asked for again has long been done and nothing is missing.
_DONE: Final[dict[str, frozenset[str]]] = {
    "receipt": frozenset(WORDS) - {"told", "withdrawn"},
    "departure": _ON_THE_WAY,
    "arrival": frozenset({"arrived"}),
    "result": frozenset({"result"}),
    "closure": frozenset({"closed"}),
    "withdrawal": frozenset({"withdrawn"}),
}


def done(state: str, act: str) -> bool:
    """Whether `act` had been done before, so that asking again changes nothing."""
    return state in _DONE.get(act, frozenset())


def possible(state: str, act: str) -> bool:
    return state in _FROM[act]


def after(state: str, act: str) -> str:
    """The state `act` leads to; refuses `hazard_state`."""
    if not possible(state, act):
        raise Refusal("hazard_state", f"现在是“{WORDS[state]}”，不能{ACTS[act]}", extra={"state": state})
    if act == "measures":
        return state if state in _ON_THE_WAY else "measures"
    return _TO.get(act, state)
