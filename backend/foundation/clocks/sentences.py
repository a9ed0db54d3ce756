"""What happened to a limit, for the timeline of the record it belongs to. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from backend.foundation.now import local

Payload = Mapping[str, Any]
_WEEKDAYS: Final = "一二三四五六日"
_WARNINGS: Final = {"half": "期限过半", "unrolled": "顺延前的最后一天", "day_before": "到期前最后一个工作日"}


def _until(payload: Payload, name: str = "due") -> str:
    """2026-10-10 周六 24:00."""
    found = local(datetime.fromisoformat(payload[name]))
    clock = "24:00" if f"{found:%H:%M:%S}" == "23:59:59" else f"{found:%H:%M}"
    return f"{found:%Y-%m-%d} 周{_WEEKDAYS[found.weekday()]} {clock}"


def _moved(words: str) -> Callable[[Payload], str]:
    return lambda p: f"{p['name']}{words}：由{_until(p, 'from')}改为{_until(p)}"


def _met(payload: Payload) -> str:
    return (
        f"{payload['name']}{'按期完成' if payload['state'] == 'met' else '逾期完成'}，期限到{_until(payload)}"
    )


SENTENCES: Final[dict[str, Callable[[Payload], str]]] = {
    "clock.started": lambda p: f"{p['name']}开始计时，到{_until(p)}",
    "clock.met": _met,
    "clock.reopened": lambda p: f"{p['name']}重新计时，期限到{_until(p)}：{p['why']}",
    "clock.cancelled": lambda p: f"{p['name']}不再计时",
    "clock.moved": _moved("期限更正"),
    "clock.turned": lambda p: f"{p['name']}的对方改为{p['awaited_by']}，期限不变，到{_until(p)}",
    "clock.extended": _moved("期限延长"),
    "clock.hastened": _moved("转为紧急"),
    "clock.recounted": lambda p: f"{_moved('因历法更新重新计算')(p)}{'（提前）' if p['earlier'] else ''}",
    "clock.warned": lambda p: f"{p['name']}提醒：{_WARNINGS[p['kind']]}，到{_until(p)}",
    "clock.overdue": lambda p: f"{p['name']}超期，期限到{_until(p)}",
}
