"""How somebody stands to their shift: late, absent, out of area, there, gone early. Pure; limits are 本地约定."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from backend.foundation.refusals import Refusal
from backend.office.duty.turnout.rules.fence import Fence

Noun = Literal["arrival", "departure"]
How = Literal["gps", "code", "colleague", "self", "bare"]
State = Literal["ahead", "expected", "missing", "absent", "unproven", "there", "at_call", "left", "over"]

HOWS: Final[dict[str, str]] = {
    "gps": "卫星定位",
    "code": "扫码",
    "colleague": "同事确认",
    "self": "本人登记",
    "bare": "没有定位也没有扫码",
}
STATES: Final[dict[str, str]] = {
    "ahead": "还没开始",
    "expected": "等签到",
    "missing": "未到岗",
    "absent": "缺岗",
    "unproven": "不在岗位",
    "there": "在岗",
    "at_call": "随时能到",
    "left": "已离岗",
    "over": "已下班",
}
# Handing over takes its time; a word of leaving is taken for half a day after the shift.
LEAVING: Final = timedelta(hours=12)
_SHOWN: Final = frozenset({"code", "colleague", "self"})
_EMPTY: Final = frozenset({"missing", "absent", "unproven"})


@dataclass(frozen=True, slots=True)
class Mark:
    """签到 or 签退 as it was recorded; `by` is the colleague who saw it, `distance_m` how far from the middle of the place."""

    noun: Noun
    at: datetime
    how: How
    fence: Fence = ""
    distance_m: int | None = None
    received_at: datetime | None = None
    by: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it shows that somebody stood at the place. A code read far away shows nothing."""
        return self.fence == "inside" or (self.fence != "outside" and self.how in _SHOWN)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when the shift lasts. `at_call`: 备勤 at no place, where nobody has to sign in."""

    begins_at: datetime
    ends_at: datetime
    at_call: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is forgiven, and from when before the shift one may sign in."""

    late: timedelta
    early: timedelta
    absent: timedelta
    opens: timedelta


@dataclass(frozen=True, slots=True)
class Standing:
    """`arrived`: the first mark that shows somebody there; `left`: the last leaving nobody came back from; `last`: whatever
    came last. `late` and `early` are empty within the limits."""

    state: State
    arrived: Mark | None
    left: Mark | None
    last: Mark | None
    late: timedelta | None = None
    early: timedelta | None = None

    @property
    def leaves_a_gap(self) -> bool:
        """Whether the post is empty although somebody should stand there."""
        return self.state in _EMPTY or (self.state == "left" and self.early is not None)


def limits_of(preferences: Mapping[str, int]) -> Limits:
    """As the township has set them."""
    late, early, absent, opens = (
        timedelta(minutes=preferences[f"duty.{name}_minutes"]) for name in ("late", "early", "absent", "open")
    )
    return Limits(late, early, absent, opens)


def standing(span: Span, marks: Iterable[Mark], at: datetime, limits: Limits) -> Standing:
    """How it is at that moment, from what was recorded by then."""
    told = sorted((mark for mark in marks if mark.at <= at), key=lambda mark: mark.at)
    arrived = next((mark for mark in told if mark.noun == "arrival" and mark.is_there), None)
    left = _left(told)
    late = arrived.at - span.begins_at if arrived else timedelta()
    early = span.ends_at - left.at if left else timedelta()
    state: State = _not_there(span, told, at, limits)
    if left is not None:
        state = "left"
    elif arrived is not None:
        state = "there" if at < span.ends_at else "over"
    return Standing(
        state=state,
        arrived=arrived,
        left=left,
        last=told[-1] if told else None,
        late=late if late > limits.late else None,
        early=early if early > limits.early else None,
    )


def in_time(noun: Noun, span: Span, at: datetime, limits: Limits) -> None:
    """Refuses `turnout_too_early` and `turnout_over`: one signs in from shortly before a shift until it ends, and out from its
    beginning until some hours after its end."""
    opens = span.begins_at - (limits.opens if noun == "arrival" else timedelta())
    closes = span.ends_at + (LEAVING if noun == "departure" else timedelta())
    if at < opens:
        raise Refusal("turnout_too_early")
    if at >= closes:
        raise Refusal("turnout_over")


def _left(told: Sequence[Mark]) -> Mark | None:
    """Who came back afterwards has not left."""
    for mark in reversed(told):
        if mark.noun == "departure":
            return mark
        if mark.is_there:
            return None
    return None


def _not_there(span: Span, told: Sequence[Mark], at: datetime, limits: Limits) -> State:
    """Of who never showed that they are there; `told` is what they sent all the same."""
    if at < span.begins_at:
        return "ahead"
    if told and at < span.ends_at:
        return "unproven"
    if span.at_call:
        return "at_call" if at < span.ends_at else "over"
    if at < span.begins_at + limits.late:
        return "expected"
    return "missing" if at < span.begins_at + limits.absent else "absent"
