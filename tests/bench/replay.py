"""The statements of one request of the product, to be sent again by whoever is the limit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

Statement = tuple[str, tuple[Any, ...]]
Stored = Callable[[Any], Any]
# Row numbers of the full-text index are 63 bits wide; one step more must not leave them.
WIDEST = 1 << 62


@dataclass(frozen=True)
class Replay:
    """`made` are the ids the request invented; `steps` are the numbers and moments that go on from one to the next."""

    statements: list[Statement]
    made: frozenset[UUID] = frozenset()
    steps: tuple[tuple[Any, Any], ...] = ()

    def prepared(self, stored: Stored) -> "Prepared":
        """With everything that stays the same as the driver takes it; nothing is left to do while the clock runs."""
        renewed = {*self.made, *(old for old, _ in self.steps)}
        return Prepared(
            [
                (
                    sql,
                    [stored(arg) for arg in args],
                    [(at, arg) for at, arg in enumerate(args) if _is_key(arg) and arg in renewed],
                )
                for sql, args in self.statements
            ],
            self.made,
            self.steps,
            stored,
        )


@dataclass(frozen=True)
class Prepared:
    """Statements with their arguments, and the places in them that are new each time."""

    statements: list[tuple[str, list[Any], list[tuple[int, Any]]]]
    made: frozenset[UUID]
    steps: tuple[tuple[Any, Any], ...]
    stored: Stored

    def again(self, number: int) -> list[tuple[str, list[Any]]]:
        """The statements of the request after `number` others."""
        new = {old: self.stored(uuid4()) for old in self.made}
        new |= {old: self.stored(_gone_on(old, step, number)) for old, step in self.steps}
        return [(sql, _renewed(args, places, new)) for sql, args, places in self.statements]


def compared(first: list[Statement], second: list[Statement]) -> Replay:
    """The second of two requests of one kind; what the two do not share was made for each of them."""
    pairs = {
        other: one
        for (_, left), (_, right) in zip(first, second, strict=True)
        for one, other in zip(left, right, strict=True)
        if one != other and _is_key(other)
    }
    return Replay(
        second,
        frozenset(other for other in pairs if isinstance(other, UUID)),
        tuple((other, other - one) for other, one in pairs.items() if not isinstance(other, UUID)),
    )


def _renewed(args: list[Any], places: list[tuple[int, Any]], new: dict[Any, Any]) -> list[Any]:
    args = args.copy()
    for at, old in places:
        args[at] = new[old]
    return args


def _is_key(arg: Any) -> bool:
    """Ids, whole numbers and moments; True is no 1 here."""
    return isinstance(arg, UUID | int | datetime) and not isinstance(arg, bool)


def _gone_on(old: Any, step: Any, number: int) -> Any:
    new = old + step * number
    return new % WIDEST if isinstance(new, int) else new
