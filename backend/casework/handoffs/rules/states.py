"""The states of a handoff and which act leads from one to another. Pure."""

from typing import Final, Literal

from backend.casework.handoffs.rules.sender import Direction
from backend.foundation.course import Course
from backend.foundation.refusals import Refusal

State = Literal[
    "draft",
    "submitted",
    "returned_for_changes",
    "refused",
    "approved",
    "sealed",
    "sent",
    "received",
    "accepted",
    "returned",
    "result",
    "closed",
    "withdrawn",
    "disputed",
]
Act = Literal[
    "submission",
    "revision",
    "refusal",
    "approval",
    "sealing",
    "dispatch",
    "receipt",
    "acceptance",
    "return",
    "settlement",
    "result",
    "closure",
    "withdrawal",
]

WORDS: Final[dict[State, str]] = {
    "draft": "草稿",
    "submitted": "待审批",
    "returned_for_changes": "退回修改",
    "refused": "不予批准",
    "approved": "已批准",
    "sealed": "已用印",
    "sent": "已移送",
    "received": "已签收",
    "accepted": "已受理",
    "returned": "不予受理（退回）",
    "result": "已反馈",
    "closed": "已办结",
    "withdrawn": "已撤回",
    "disputed": "争议中",
}
ACTS: Final[dict[Act, str]] = {
    "submission": "送审",
    "revision": "退回修改",
    "refusal": "不予批准",
    "approval": "批准",
    "sealing": "用印",
    "dispatch": "移送",
    "receipt": "签收",
    "acceptance": "受理",
    "return": "退回",
    "settlement": "记录争议处理结果",
    "result": "反馈结果",
    "closure": "办结",
    "withdrawal": "撤回",
}

_APPROVED: Final[frozenset[State]] = frozenset({"approved", "sealed"})
_AWAITING: Final[frozenset[State]] = frozenset({"submitted", "approved", "sealed"})
_UNDERWAY: Final[frozenset[State]] = frozenset({"sent", "received"})
_DISPUTED: Final[frozenset[State]] = frozenset({"disputed"})
_SIGNED: Final[frozenset[State]] = frozenset({"received", "returned", "disputed"})
_HANDLED: Final[frozenset[State]] = frozenset({"accepted", "result", "closed"})

# What the sender may still rewrite: nothing is changed behind an approver's or a recipient's back.
OPEN: Final[frozenset[State]] = frozenset({"draft", "returned_for_changes", "returned"})
# Nothing more is owed by anybody.
ENDED: Final[frozenset[State]] = frozenset({"refused", "closed", "withdrawn"})
# The case lies with the addressee; before that it is the sender's own affair.
WITH_ADDRESSEE: Final[frozenset[State]] = frozenset({"sent", "received", "accepted"})
_DRAFT: Final[frozenset[State]] = frozenset({"draft", "returned_for_changes"})
NOT_YET_SENT: Final[frozenset[State]] = _DRAFT | _AWAITING
# A sending is being prepared: the first, or another after a return.
PREPARING: Final[frozenset[State]] = NOT_YET_SENT | {"returned"}
# Both sides have something to tell each other.
TALKING: Final[frozenset[State]] = WITH_ADDRESSEE | {"result", "disputed", "returned"}

_COURSE: Final[Course[State, Act]] = Course(
    refusal="handoff_state",
    words=WORDS,
    acts=ACTS,
    possible_in={
        "submission": OPEN,
        "revision": _AWAITING,
        "refusal": _AWAITING,
        "approval": frozenset({"submitted"}),
        "sealing": frozenset({"approved"}),
        "dispatch": _APPROVED,
        "receipt": frozenset({"sent"}),
        "acceptance": _UNDERWAY | _DISPUTED,
        "return": _UNDERWAY,
        "settlement": _DISPUTED,
        "result": frozenset({"accepted"}),
        "closure": frozenset({"result"}),
        "withdrawal": OPEN | _AWAITING | _UNDERWAY | _DISPUTED,
    },
    leads_to={
        "submission": "submitted",
        "revision": "returned_for_changes",
        "refusal": "refused",
        "approval": "approved",
        "sealing": "sealed",
        "dispatch": "sent",
        "receipt": "received",
        "acceptance": "accepted",
        "return": "returned",
        "settlement": "returned",
        "result": "result",
        "closure": "closed",
        "withdrawal": "withdrawn",
    },
    # A return is never done before: it adds.
    done_in={
        "submission": _AWAITING | _UNDERWAY | _HANDLED,
        "approval": _APPROVED | _UNDERWAY | _HANDLED,
        "sealing": frozenset({"sealed"}),
        "dispatch": _UNDERWAY | _HANDLED,
        "receipt": _SIGNED | _HANDLED,
        "acceptance": _HANDLED,
        "result": frozenset({"result", "closed"}),
        "closure": frozenset({"closed"}),
        "withdrawal": frozenset({"withdrawn"}),
        "revision": frozenset({"returned_for_changes"}),
        "refusal": frozenset({"refused"}),
    },
)
done, possible = _COURSE.done, _COURSE.possible

RETURNS_TO_DISPUTE: Final = 2  # the second return of the same case opens a dispute (M11)


def after(state: State, act: Act, *, returns: int = 0, why: str = "") -> State:
    """The state `act` leads to. `returns` are those before this one; `why` says who brought the present state about.

    Refuses `handoff_state`.
    """
    following = _COURSE.after(state, act, why)
    return "disputed" if act == "return" and returns + 1 >= RETURNS_TO_DISPUTE else following


def under_seal(direction: Direction) -> None:
    """Refuse `seal_not_used`: inside one township both sides sign a record, and no letter is sealed."""
    if direction == "stationed":
        raise Refusal("seal_not_used")


def not_sent(state: State) -> None:
    """Refuse `handoff_already_sent` where no sending is being prepared."""
    if state not in PREPARING:
        raise Refusal("handoff_already_sent", f"现在是“{WORDS[state]}”")


def still_open(state: State) -> None:
    """Refuse `handoff_not_open` where the sender may not rewrite it."""
    if state not in OPEN:
        raise Refusal("handoff_not_open", f"现在是“{WORDS[state]}”", extra={"state": state})
