"""The state of a patrol, computed and never stored: planned, ready, overdue, active, paused, done, cancelled, filed."""

from datetime import datetime, timedelta
from typing import Literal, Protocol

State = Literal["planned", "ready", "overdue", "active", "paused", "done", "filed", "cancelled"]

WORDS: dict[State, str] = {
    "planned": "计划中",
    "ready": "待出发",
    "overdue": "未按时",
    "active": "巡查中",
    "paused": "已暂停",
    "done": "已结束",
    "filed": "已备案",
    "cancelled": "已取消",
}


class Standing(Protocol):
    """What the state is computed from."""

    @property
    def planned_from(self) -> datetime | None: ...
    @property
    def started_at(self) -> datetime | None: ...
    @property
    def ended_at(self) -> datetime | None: ...
    @property
    def cancelled_at(self) -> datetime | None: ...
    @property
    def filed_at(self) -> datetime | None: ...
    @property
    def paused_at(self) -> datetime | None: ...


def state(patrol: Standing, now: datetime, *, ready_minutes: int, overdue_minutes: int) -> State:
    """Where the patrol stands at `now`, by the township's own minutes."""
    if patrol.cancelled_at is not None:
        return "cancelled"
    if patrol.filed_at is not None:
        return "filed"
    if patrol.ended_at is not None:
        return "done"
    if patrol.started_at is not None:
        return "active" if patrol.paused_at is None else "paused"
    return _before_start(
        patrol.planned_from, now, timedelta(minutes=ready_minutes), timedelta(minutes=overdue_minutes)
    )


def _before_start(planned: datetime | None, now: datetime, ready: timedelta, overdue: timedelta) -> State:
    if planned is None or now < planned - ready:
        return "planned"
    return "ready" if now < planned + overdue else "overdue"
