"""An emergency as rules see it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.positions import Positioned
from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Emergency(Positioned):
    """One emergency, column by column."""

    id: UUID
    township: UUID
    unit: UUID
    origin_kind: str
    origin_id: UUID | None
    exercise: bool
    category: str
    address: str
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    happened_at: datetime
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    ended_at: datetime | None
    ended_by: UUID | None
    outcome: str
    version: int

    @property
    def open(self) -> bool:
        return self.ended_at is None

    @property
    def title(self) -> str:
        """演练：围堵阻碍执法."""
        return f"{'演练：' if self.exercise else ''}{self.category}"


def still_open(emergency: Emergency) -> None:
    """Refuses `emergency_ended`."""
    if not emergency.open:
        raise Refusal("emergency_ended")


def exercise(*, said: bool, origin: bool | None) -> bool:
    """A drill stays a drill; what came from a real record is none. `origin` is None where it came from nothing. Refuses
    `invalid`."""
    if origin is not None and said and not origin:
        raise Refusal("invalid", fields={"exercise": "来源是真实记录，不能当作演练"})
    return said or bool(origin)
