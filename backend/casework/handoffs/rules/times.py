"""Times a handoff may carry. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from backend.foundation.now import local
from backend.foundation.outbox import TOLERANCE, Sender
from backend.foundation.refusals import Refusal

LONG_BEFORE: Final = timedelta(days=30)  # it may be stopped some time before it is known whose it is
_WORDS: Final = {
    "at": "时间",
    "discovered_at": "知道归对方管的时间",
    "stop_record": "制止的时间",
    "notice_record": "告知的时间",
    "consent_record": "同意的时间",
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


def near_discovery(discovered_at: datetime, times: Mapping[str, datetime | None]) -> None:
    """Refuse `long_before_discovery` where the violation is said to have been stopped, told of or agreed upon long before
    anybody knew of it: a slip of the year or the month."""
    early = [
        field for field, said in times.items() if said is not None and said < discovered_at - LONG_BEFORE
    ]
    if early:
        day = f"{local(discovered_at):%Y-%m-%d}"
        raise Refusal(
            "long_before_discovery",
            fields={
                field: f"{_WORDS.get(field, '时间')}比知道归对方管的时间（{day}）早{LONG_BEFORE.days}天以上"
                for field in early
            },
        )


def happened(sender: Sender, times: Mapping[str, datetime | None]) -> None:
    """Refuse `time_in_future` where a device with a good clock says what has not happened yet."""
    ahead = [field for field, said in times.items() if sender.is_future(said)]
    if ahead:
        raise Refusal(
            "time_in_future", fields={field: f"{_WORDS.get(field, '时间')}晚于现在" for field in ahead}
        )
