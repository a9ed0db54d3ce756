"""Times a patrol may carry. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from backend.foundation.outbox import Sender
from backend.foundation.refusals import Refusal


class Acted(Protocol):
    """What a device says of when: that somebody acted, and that it was written down."""

    @property
    def at(self) -> datetime | None: ...
    @property
    def made_at(self) -> datetime | None: ...


WORDS = {"started_at": "开始时间", "ended_at": "结束时间", "found_at": "发现时间", "at": "时间"}


def happened(sender: Sender, times: Mapping[str, datetime | None]) -> None:
    """Refuse `time_in_future` where a device with a good clock says what has not happened yet."""
    ahead = [field for field, said in times.items() if sender.is_future(said)]
    if ahead:
        raise Refusal(
            "time_in_future", fields={field: f"{WORDS.get(field, '时间')}晚于现在" for field in ahead}
        )


def counted(
    sender: Sender, started_at: datetime | None, ended_at: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """Start and end as they count: a clock that runs ahead is never refused, but nothing begins in days to come, for
    nobody could end it."""
    if sender.device.is_clock_trusted() or max(started_at or sender.at, ended_at or sender.at) <= sender.at:
        return started_at, ended_at
    began = sender.come_by_now(started_at) if started_at else None
    ended = sender.come_by_now(ended_at) if ended_at else None
    return began, max(began, ended) if began and ended else ended


def in_order(started_at: datetime | None, ended_at: datetime | None) -> None:
    """Refuse an end without a start, or before it."""
    if ended_at is None:
        return
    if started_at is None:
        raise Refusal("times_crossed", "有结束时间就要有开始时间", fields={"started_at": "填写开始时间"})
    if ended_at < started_at:
        raise Refusal("times_crossed", fields={"ended_at": "结束时间早于开始时间"})


def not_before(field: str, said: datetime, earliest: datetime) -> None:
    """Refuse `times_crossed` where something is said to have happened before it could."""
    if said < earliest:
        raise Refusal("times_crossed", fields={field: "早于巡查开始或上一步的时间"})


def follows(sender: Sender, acted: Acted, earliest: datetime) -> datetime:
    """When somebody acted on what was there from `earliest` on. What a device wrote down before that was written by a clock
    put back since: the arrival counts, and nothing is refused. Refuses `times_crossed` where somebody says so."""
    at = sender.acted_at(acted.at or acted.made_at)
    if at < earliest and acted.made_at is not None and acted.made_at < earliest:
        return max(sender.at, earliest)
    not_before("at", at, earliest)
    return at


def planned_in_order(planned_from: datetime | None, planned_until: datetime | None) -> None:
    if planned_from and planned_until and planned_until < planned_from:
        raise Refusal("times_crossed", fields={"planned_until": "计划结束时间早于计划开始时间"})
