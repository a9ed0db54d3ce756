"""What a draft is made from: the month's shifts, the people, the bounds, and what is already settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from backend.foundation.now import local
from backend.office.duty.rules.slots import Slot


@dataclass(frozen=True, slots=True)
class Span:
    """From `begins` up to, not including, `ends`."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is not to be had: leave, borrowing, not yet or no longer attached. `why` in the roster's words (年休假)."""

    begins: datetime
    ends: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody would like on the day a shift begins (+08:00). Wishes weigh, they never leave a shift empty."""

    day: date
    wants: Literal["off", "on"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Nights, shifts that begin on a free day, hours."""

    nights: float = 0
    free_days: float = 0
    hours: float = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.nights + other.nights, self.free_days + other.free_days, self.hours + other.hours)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may be put on the roster. `unit` is a code.

    `carried`: how much more (+) or less (-) than their peers they have had in the months before (`fairness.balances`).
    """

    id: UUID
    name: str
    unit: str
    roles: frozenset[str]
    certified: tuple[Span, ...] = ()
    away: tuple[Away, ...] = ()
    wishes: tuple[Wish, ...] = ()
    carried: Tally = Tally()


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift; `night` and `free_day` are for the caller's calendar to say. `name` is the post's, `place` may be empty."""

    id: UUID
    kind: str
    name: str
    place: str
    begins: datetime
    ends: datetime
    slots: tuple[Slot, ...]
    night: bool = False
    free_day: bool = False

    @property
    def day(self) -> date:
        return local(self.begins).date()

    @property
    def minutes(self) -> int:
        return (self.ends - self.begins) // timedelta(minutes=1)

    @property
    def tally(self) -> Tally:
        return Tally(int(self.night), int(self.free_day), self.minutes / 60)


@dataclass(frozen=True, slots=True)
class Bounds:
    """本地约定: what the township asks of every roster. Hours in seven days are those of the shifts that begin in them."""

    rest_hours: int = 11
    most_hours_in_seven_days: int = 72
    most_nights_running: int = 3


def bounds_of(preferences: Mapping[str, int]) -> Bounds:
    """The township's own bounds, from its settings in force."""
    return Bounds(
        rest_hours=preferences["duty.rest_hours"],
        most_hours_in_seven_days=preferences["duty.most_hours_in_seven_days"],
        most_nights_running=preferences["duty.most_nights_running"],
    )


@dataclass(frozen=True, slots=True)
class Assigned:
    """A member in a slot: `slot` is its index in the shift's `slots`."""

    shift: UUID
    slot: int
    member: UUID


@dataclass(frozen=True, slots=True)
class Stint:
    """Somebody's time on one shift. Those of `Given.around` lie in the months beside, so that rest is kept over their ends."""

    member: UUID
    name: str
    begins: datetime
    ends: datetime
    night: bool = False
    shift: UUID | None = None

    @property
    def day(self) -> date:
        return local(self.begins).date()

    @property
    def minutes(self) -> int:
        return (self.ends - self.begins) // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Given:
    """`fixed` is what people put by hand: it stays, whatever it breaks. `around` are the stints of at least eight days before
    and after the month."""

    shifts: tuple[Shift, ...]
    members: tuple[Member, ...]
    bounds: Bounds = Bounds()
    fixed: tuple[Assigned, ...] = ()
    around: tuple[Stint, ...] = ()


def stint(shift: Shift, member: UUID) -> Stint:
    """The shift as this member's time."""
    return Stint(member, shift.name, shift.begins, shift.ends, shift.night, shift.id)
