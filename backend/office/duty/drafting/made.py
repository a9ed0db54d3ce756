"""What a draft comes to."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from backend.office.duty.drafting.given import Assigned, Tally

ConflictKind = Literal[
    "overlap",
    "rest",
    "hours",
    "nights",
    "away",
    "certificate",
    "unit",
    "role",
    "twice",
    "over",
    "under",
    "unknown",
]
How = Literal["solver", "rotation"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a roster breaks: `member` is None where a slot as a whole has too many or too few."""

    kind: ConflictKind
    shift: UUID
    member: UUID | None
    words: str


@dataclass(frozen=True, slots=True)
class Unmet:
    """A slot that lacks `missing` people. `why` begins with how many are needed and there, then a line for each who is not."""

    shift: UUID
    slot: int
    missing: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Demands (shift, slot) that cannot all be met, while any one of them fewer could; `people` is who they compete for."""

    demands: tuple[tuple[UUID, int], ...]
    people: tuple[UUID, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Load:
    """What one member bears. `credited` is what they would have borne on the days they were away; `peers` is the number of
    the group that may stand in the same slots, None for whom no slot is open."""

    member: UUID
    month: Tally
    carried: Tally
    credited: Tally
    peers: int | None

    @property
    def total(self) -> Tally:
        return self.month + self.carried + self.credited


@dataclass(frozen=True, slots=True)
class Fairness:
    """`spread`: the largest difference of totals between two peers."""

    loads: tuple[Load, ...]
    spread: Tally


@dataclass(frozen=True, slots=True)
class Draft:
    """`assigned` holds what was fixed too. `least_possible`: it is proved that no roster leaves fewer slots empty."""

    assigned: tuple[Assigned, ...]
    unmet: tuple[Unmet, ...]
    clashes: tuple[Clash, ...]
    fairness: Fairness
    how: How
    least_possible: bool
