"""How the board is laid out, and who is told what. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, Literal

from backend.foundation.clocks import Clock, Shown
from backend.foundation.people.permissions import TEAM

View = Literal["all", "unit", "mine"]
VIEWS: Final[tuple[View, ...]] = ("all", "unit", "mine")

# From which warning on whose desk hears of it: the person at once, then who runs the work, then who answers for it.
_HEARD: Final[Mapping[str, frozenset[str]]] = {
    "half": frozenset({"person"}),
    "unrolled": frozenset({"person", "captain"}),
    "day_before": frozenset({"person", "captain"}),
    "earlier": frozenset({"person", "captain"}),
    "limit": frozenset({"person", "captain", "leader"}),
    "daily": frozenset({"person", "captain", "leader"}),
}
WARNINGS: Final[Mapping[str, str]] = {
    "half": "期限过半",
    "unrolled": "顺延前的最后一天",
    "day_before": "到期前最后一个工作日",
    "earlier": "因历法更新提前到期",
    "limit": "已到期限",
    "daily": "仍未办",
}
_CAPTAINS: Final = frozenset({"captain", "clerk", "liaison", "police_chief"})
_LEADERS: Final = frozenset({"leader", "mayor", "head"})


@dataclass(frozen=True, slots=True)
class Debtor:
    """What one other body owes us."""

    name: str
    limits: list[Shown]


@dataclass(frozen=True, slots=True)
class Board:
    """Every column sorted by what is due first; what is late stands apart, whoever owes it."""

    overdue: list[Shown] = field(default_factory=list)
    ours: list[Shown] = field(default_factory=list)
    others: list[Debtor] = field(default_factory=list)

    @property
    def total(self) -> int:
        return len(self.overdue) + len(self.ours) + self.awaited

    @property
    def moved_earlier(self) -> int:
        """How many end sooner than they did before a calendar was loaded."""
        shown = [*self.overdue, *self.ours, *(each for debtor in self.others for each in debtor.limits)]
        return sum(
            each.clock.moved_from is not None and each.clock.due_at < each.clock.moved_from for each in shown
        )

    @property
    def awaited(self) -> int:
        return sum(len(debtor.limits) for debtor in self.others)


def lay_out(limits: Iterable[Shown], is_ours: Mapping[str, bool]) -> Board:
    """`is_ours`: by unit code, whether its debts are ours. Of what is late our own comes first."""
    found = sorted(limits, key=lambda shown: (shown.clock.late_from, shown.clock.id))
    late = [shown for shown in found if shown.state == "overdue"]
    late.sort(key=lambda shown: not is_ours[shown.clock.owed_by.code])
    running = [shown for shown in found if shown.state != "overdue"]
    return Board(
        late,
        [shown for shown in running if is_ours[shown.clock.owed_by.code]],
        _by_debtor(shown for shown in running if not is_ours[shown.clock.owed_by.code]),
    )


def _by_debtor(limits: Iterable[Shown]) -> list[Debtor]:
    """Grouped by who owes; whoever owes the next thing comes first."""
    found = list(limits)
    first = {shown.clock.owed_by.code: number for number, shown in reversed(list(enumerate(found)))}
    ordered = sorted(found, key=lambda shown: first[shown.clock.owed_by.code])
    return [
        Debtor(name, list(group))
        for name, group in groupby(ordered, key=lambda shown: shown.clock.owed_by.name)
    ]


def hears(kind: str, clock: Clock, roles: frozenset[str], *, mine: bool, ours: bool) -> bool:
    """Whether a warning reaches somebody: the person responsible always; without one, all of the team that owes it."""
    levels = _HEARD[kind]
    if mine:
        return True
    if not ours:
        return False
    if clock.responsible is None and not roles.isdisjoint(TEAM | _CAPTAINS):
        return True
    return ("captain" in levels and not roles.isdisjoint(_CAPTAINS)) or (
        "leader" in levels and not roles.isdisjoint(_LEADERS)
    )
