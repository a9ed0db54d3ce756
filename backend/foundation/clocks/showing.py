"""How a clock reads on a screen: what is left, in which look, with which tags. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from backend.foundation.clocks.clock import Clock, State
from backend.foundation.now import local

Look = Literal["", "soon", "over", "met", "wait"]

_ORIGINS: Final = {"law": "法定", "local": "本地约定", "per_case": "本案约定"}
STATES: Final[dict[State, str]] = {
    "running": "在走",
    "due_soon": "快到期",
    "overdue": "已超期",
    "met": "按期",
    "met_late": "逾期办结",
    "cancelled": "已取消",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """`left` and `look` for the chip; `until` is the moment beside it, the end of the limit or when it was met."""

    clock: Clock
    state: State
    left: str
    look: Look
    until: datetime
    closed: bool

    @property
    def trace_url(self) -> str:
        return f"/deadlines/{self.clock.id}"

    @property
    def tags(self) -> list[str]:
        """What is not the place's own certain text: dashed tags beside the chip."""
        origin = _ORIGINS.get(self.clock.origin)
        return [
            *([origin] if origin else []),
            *(["原则上"] if self.clock.strength == "原则上" else []),
            *(["暂定"] if self.clock.provisional and self.clock.open else []),
        ]


def shown(clock: Clock, at: datetime) -> Shown:
    """The clock as it stands at that moment."""
    state = clock.state(at)
    until = clock.met_at or clock.cancelled_at or clock.due_at
    return Shown(clock, state, left_words(clock, at), _look(clock, state), until, not clock.open)


def left_words(clock: Clock, at: datetime) -> str:
    """还剩2个工作日, 今天到期, 还剩10小时44分, 已超3个工作日, 按期, 逾期办结."""
    state = clock.state(at)
    if state == "overdue":
        return _beyond(clock, at)
    if state in ("running", "due_soon"):
        return _remaining(clock, at)
    return STATES[state]


def _remaining(clock: Clock, at: datetime) -> str:
    if clock.term.span is not None:
        return f"还剩{length_words(clock.due_at - at)}"
    today, last = local(at).date(), local(clock.due_at).date()
    if today == last:
        return "今天到期"
    if clock.term.unit == "working_day":
        return f"还剩{clock.calendar.workdays(today, last)}个工作日"
    return f"还剩{(last - today).days}天"


def _beyond(clock: Clock, at: datetime) -> str:
    if clock.term.span is not None:
        return f"已超{length_words(at - clock.due_at)}"
    today, last = local(at).date(), local(clock.due_at).date()
    if clock.term.unit != "working_day":
        return f"已超{(today - last).days}天"
    over = clock.calendar.workdays(last, today)
    return f"已超{over}个工作日" if over else "已超期"


def length_words(span: timedelta) -> str:
    """What is left of a limit in hours, or over: 40小时12分; limits in hours are not told in days."""
    minutes = int(span.total_seconds()) // 60
    if not minutes:
        return "不到1分钟"
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return f"{minutes}分钟"
    return f"{hours}小时{minutes}分" if minutes else f"{hours}小时"


def _look(clock: Clock, state: State) -> Look:
    if state == "running":
        return "wait" if clock.provisional else ""
    looks: dict[State, Look] = {
        "due_soon": "soon",
        "overdue": "over",
        "met": "met",
        "met_late": "",
        "cancelled": "wait",
    }
    return looks[state]
