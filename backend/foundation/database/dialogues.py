"""Statements that hang on each other's answers, as a generator: it yields a statement and is sent its rows.

SQLite works a whole dialogue off in one hop to its thread; PostgreSQL is asked statement by statement.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

Row = dict[str, Any]
Statement = tuple[str, Sequence[Any]]
Dialogue = Generator[Statement, list[Row], T]


def listed(statements: Iterable[Statement]) -> Dialogue[list[list[Row]]]:
    """Statements that do not wait for each other's answers; what each of them found."""
    found: list[list[Row]] = []
    for statement in statements:
        answer = yield statement
        found.append(answer)
    return found


def joined(dialogues: Iterable[Dialogue[None]]) -> Dialogue[None]:
    """One dialogue after the other."""
    for dialogue in dialogues:
        yield from dialogue


def held(dialogue: Dialogue[T], ask: Callable[[str, Sequence[Any]], list[Row]]) -> T:
    """Hold a dialogue with a database that answers at once."""
    try:
        statement = next(dialogue)
        while True:
            statement = dialogue.send(ask(*statement))
    except StopIteration as end:
        result: T = end.value
        return result
