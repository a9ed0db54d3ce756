"""Times a handoff may carry. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from backend.foundation.outbox import TOLERANCE, Sender
from backend.foundation.refusals import Refusal

_WORDS: Final = {
    "at": "时间",
    "discovered_at": "知道归对方管的时间",
    "stop_record": "制止的时间",
    "notice_record": "告知的时间",
}


def counted(sender: Sender, said: datetime) -> datetime:
    """As it counts: a clock that is far off is put right, and nothing begins in days to come."""
    return said if sender.device.is_clock_trusted() else sender.come_by_now(said)


def following(sender: Sender, said: datetime | None, earliest: datetime) -> datetime:
    """When an act counts that cannot come before `earliest`: a clock a little behind is put right, what lies further
    back is refused with `times_crossed`."""
    at = sender.acted_at(said)
    if at < earliest - TOLERANCE:
        raise Refusal("times_crossed", fields={"at": "早于上一步的时间"})
    return max(at, earliest)


def happened(sender: Sender, times: Mapping[str, datetime | None]) -> None:
    """Refuse `time_in_future` where a device with a good clock says what has not happened yet."""
    ahead = [field for field, said in times.items() if sender.is_future(said)]
    if ahead:
        raise Refusal(
            "time_in_future", fields={field: f"{_WORDS.get(field, '时间')}晚于现在" for field in ahead}
        )
