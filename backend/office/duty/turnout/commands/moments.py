"""When somebody acted who may have been without a network."""

from datetime import datetime

from backend.foundation.outbox import Sender
from backend.foundation.refusals import Refusal


def moment(sender: Sender, said: datetime | None) -> datetime:
    """As the device says, put right by its clock, at the latest now. Refuses `time_in_future`."""
    if sender.is_future(said):
        raise Refusal("time_in_future", fields={"at": "还没有到这个时间"})
    return sender.come_by_now(said) if said is not None else sender.at
