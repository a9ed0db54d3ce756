"""What still reaches a patrol that was filed meanwhile. Pure."""

from datetime import datetime
from typing import Literal, Protocol

from backend.foundation.refusals import Refusal


class Closable(Protocol):
    """What says whether changes are still taken."""

    @property
    def filed_at(self) -> datetime | None: ...
    @property
    def cancelled_at(self) -> datetime | None: ...


def arrival(patrol: Closable, made_at: datetime) -> Literal["in_time", "late"]:
    """`late`: made before the filing, arrived after it, kept as a marked late addendum.

    `made_at` by the server's clock (Sender.put_right). Refuses `filed` for what was made after the filing and
    `patrol_not_open` on a cancelled patrol.
    """
    if patrol.cancelled_at is not None:
        raise Refusal("patrol_not_open")
    if patrol.filed_at is None:
        return "in_time"
    if made_at >= patrol.filed_at:
        raise Refusal("filed")
    return "late"
