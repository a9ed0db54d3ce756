"""Lists of tasks: by whom they wait for on a page, newest first over the API."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.foundation.database import Dialogue, converse
from backend.foundation.database.access import Statement
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.search import match_sql
from backend.foundation.web.api import Cursor, behind, read_states
from backend.office.tasks.queries.visible import NAMED, Named, named, scope
from backend.office.tasks.rules import states

# What the API narrows by, in one word.
NARROWED = {"open": states.OPEN, "to_do": states.TO_DO, "to_judge": states.TO_JUDGE, "ended": states.ENDED}
ENDED_MOST, WAITING_MOST = 20, 6
OPEN_MOST = 300  # of one page; what is due last is left out first
_TO_JUDGE = "(t.state IN ('reported', 'returned') AND t.created_by = ?)"
_TO_DO = "(t.state IN ('given', 'accepted') AND (t.officer = ? OR (t.officer IS NULL AND t.unit = ?)))"


async def page_of(
    person: Person, *, words: str = "", state: str = "", cursor: Cursor | None, limit: int
) -> list[Named]:
    """One page and one more, newest first."""
    narrowed, args = _narrowed(words, state)
    after, where = behind(cursor, "t.received_at, t.id")
    tail = f"{narrowed}{after} ORDER BY t.received_at DESC, t.id DESC LIMIT ?"
    return await _read(person, tail, [*args, *where, limit + 1])


async def open_ones(person: Person, words: str = "") -> list[Named]:
    """Everything still open, what is due first on top."""
    narrowed, args = _narrowed(words, "open")
    return await _read(person, f"{narrowed} ORDER BY t.due_at, t.id LIMIT ?", [*args, OPEN_MOST])


async def ended_ones(person: Person, words: str = "") -> list[Named]:
    """The last that were closed or withdrawn."""
    narrowed, args = _narrowed(words, "ended")
    return await _read(person, f"{narrowed} ORDER BY t.ended_at DESC, t.id LIMIT ?", [*args, ENDED_MOST])


async def of_origin(person: Person, kind: str, record_id: UUID) -> list[Named]:
    """Those that came from one record, oldest first."""
    return await _read(
        person, "AND t.origin_kind = ? AND t.origin_id = ? ORDER BY t.received_at, t.id", [kind, record_id]
    )


def waiting_ones(person: Person) -> Dialogue[list[Named]]:
    """What waits for this person: to do, or to judge what they gave; what is due first on top."""
    mine, args = _mine(person)
    return _lines(person, f"AND {mine} ORDER BY t.due_at, t.id LIMIT ?", [*args, WAITING_MOST + 1])


async def to_do(person: Person) -> list[str]:
    """The addresses of those this person has to do."""
    found = await converse(waiting_ones(person), reading=True)
    return [f"/tasks/{named.task.id}" for named in found if named.task.state in states.TO_DO]


def counted(person: Person) -> Statement:
    """Of the same ones: by when each is due, for counting."""
    (seen, args), (mine, own) = scope(person), _mine(person)
    return f"SELECT t.due_at, t.state FROM tasks t WHERE {seen} AND t.ended_at IS NULL AND {mine}", [
        *args,
        *own,
    ]


def _mine(person: Person) -> tuple[str, list[Any]]:
    """The next step is theirs: to do where they do tasks, to judge where they gave one."""
    if not may(person, "task.do"):
        return _TO_JUDGE, [person.id]
    return f"({_TO_DO} OR {_TO_JUDGE})", [person.id, person.unit_id, person.id]


async def _read(person: Person, tail: str, args: Iterable[Any]) -> list[Named]:
    return await converse(_lines(person, tail, args), reading=True)


def _lines(person: Person, tail: str, args: Iterable[Any]) -> Dialogue[list[Named]]:
    seen, asked = scope(person)
    found = yield f"{NAMED} WHERE {seen} {tail}", [*asked, *args]
    return [named(entry) for entry in found]


def _narrowed(words: str, state: str) -> tuple[str, list[Any]]:
    """Refuses `invalid` for a state that does not exist."""
    wanted = read_states(state, NARROWED, states.WORDS)
    narrowed, args = "", []
    if wanted is not None:
        narrowed, args = f"AND t.state IN ({', '.join('?' * len(wanted))})", sorted(wanted)
    if words.strip():
        matching, terms = match_sql("task", words)
        narrowed, args = f"{narrowed} AND t.id IN ({matching})", [*args, *terms]
    return narrowed, args
