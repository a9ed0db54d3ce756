"""What a file for somebody's map says of a patrol besides its track."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding as a point on somebody's map; without a position it is only listed."""

    number: int
    found_at: datetime
    category: str
    facts: str
    disposition: str
    position: tuple[float, float] | None
    accuracy_m: float | None
    source: str


@dataclass(frozen=True, slots=True)
class Outing:
    """What a file says of the patrol itself; `number` is None before filing."""

    title: str
    township: str
    number: str | None
    started_at: datetime | None
    ended_at: datetime | None
    demo: bool = False

    @property
    def name(self) -> str:
        return " ".join(filter(None, ("演示" if self.demo else "", self.number or "未备案", self.title)))
