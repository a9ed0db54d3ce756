"""Which limits a change moves, told without naming a case: administrators see none. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from backend.foundation.clocks.recount import Move


@dataclass(frozen=True, slots=True)
class Shift:
    """So many limits of one kind and body move from one end to another."""

    name: str
    owed_by: str
    before: datetime
    after: datetime
    count: int

    @property
    def earlier(self) -> bool:
        return self.after < self.before


def shifts(moves: Iterable[Move]) -> list[Shift]:
    """Moves of one kind together; what ends earlier stands first."""
    counted = Counter(
        (move.clock.name, move.clock.owed_by.name, move.clock.due_at, move.now.due_at) for move in moves
    )
    found = [Shift(*key, count) for key, count in counted.items()]
    return sorted(found, key=lambda shift: (not shift.earlier, shift.after, shift.name, shift.owed_by))
