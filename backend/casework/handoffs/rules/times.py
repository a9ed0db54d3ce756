"""Times a handoff may carry. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from backend.foundation.outbox import Sender
from backend.foundation.refusals import Refusal

_WORDS: Final = {
    "at": "时间",
    "discovered_at": "知道归对方管的时间",
    "stop_record": "制止的时间",
    "notice_record": "告知的时间",
}


def happened(sender: Sender, times: Mapping[str, datetime | None]) -> None:
    """Refuse `time_in_future` where a device with a good clock says what has not happened yet."""
    ahead = [field for field, said in times.items() if sender.is_future(said)]
    if ahead:
        raise Refusal(
            "time_in_future", fields={field: f"{_WORDS.get(field, '时间')}晚于现在" for field in ahead}
        )
