"""When somebody acted who may have been without a network."""

from datetime import datetime

from backend.foundation.outbox import Sender


def moment(sender: Sender, said: datetime | None) -> datetime:
    """As the device says, put right by its clock, at the latest now. Refuses `time_in_future`."""
    sender.happened(said)
    return sender.come_by_now(said) if said is not None else sender.at
