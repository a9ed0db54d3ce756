"""Which conflicts a person may overrule who puts somebody on a shift by hand. Pure."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from backend.foundation.refusals import Refusal

# What nobody can do, or may not: stand in two places, stand in for another role, stand where there is no place.
FIRM: Final = frozenset({"overlap", "twice", "unit", "role", "certificate", "over", "unknown"})


class Obstacle(Protocol):
    """A conflict as drafting finds it."""

    @property
    def kind(self) -> str: ...

    @property
    def words(self) -> str: ...


def is_firm(conflicts: Iterable[Obstacle]) -> bool:
    return any(each.kind in FIRM for each in conflicts)


def judge(conflicts: Sequence[Obstacle], *, despite: bool) -> None:
    """Refuses `duty_impossible` for what is firm, `duty_conflict` for the rest unless it is insisted on."""
    words = "；".join(each.words for each in conflicts)
    if is_firm(conflicts):
        raise Refusal("duty_impossible", words)
    if conflicts and not despite:
        raise Refusal("duty_conflict", words)
