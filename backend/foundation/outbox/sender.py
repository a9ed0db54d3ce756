"""Who sends something, from which device, when it arrived and under which key."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from backend.foundation.outbox.device import OLDEST, Device, offset_of
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

TOLERANCE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Sender:
    """One request as a command sees it; `at` is the server's moment, read once."""

    person: Person
    device: Device
    at: datetime
    key: UUID | None = None

    def stamps(self, made_at: datetime | None) -> dict[str, Any]:
        """The columns every record from the street keeps: both times, the device, how far its clock was off."""
        return {
            "made_at": made_at,
            "received_at": self.at,
            "device": self.device.id,
            "clock_offset_s": self.device.offset_s,
        }

    def acted_at(self, said: datetime | None) -> datetime:
        """When the person acted: what the device said, or the arrival where its clock is not to be trusted."""
        return said if said is not None and self.device.is_clock_trusted() else self.at

    def put_right(self, said: datetime | None) -> datetime:
        """The moment a device named, by the server's clock; the arrival when it named none."""
        if said is None:
            return self.at
        return said - timedelta(seconds=self.device.offset_s or 0)

    def come_by_now(self, said: datetime) -> datetime:
        """The moment a device named, put right by what it says of its clock; where that cannot be, as it named it, but
        none that has not come."""
        right = self.put_right(said)
        return right if self.at - OLDEST <= right <= self.at else min(said, self.at)

    def doubting(self, said: datetime | None) -> "Sender":
        """The same sender, its clock found wrong by the moment it named: by what the clock shows as it sends, nothing is 30
        days old, and nothing has yet to come. Else it was another clock then."""
        shown = self.at + timedelta(seconds=self.device.offset_s or 0)
        if said is None or shown - OLDEST <= said <= shown + TOLERANCE:
            return self
        return replace(self, device=replace(self.device, offset_s=offset_of(said, self.at)))

    def is_future(self, said: datetime | None) -> bool:
        """Whether a device with a good clock names a moment that has not come; a wrong clock is marked, never refused."""
        return said is not None and self.device.is_clock_trusted() and said > self.at + TOLERANCE

    def happened(self, said: datetime | None, field: str = "at") -> None:
        """Refuses `time_in_future` where a device with a good clock names a moment that has not come."""
        if self.is_future(said):
            raise Refusal("time_in_future", fields={field: "还没有到这个时间"})
