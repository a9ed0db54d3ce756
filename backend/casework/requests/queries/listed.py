"""Lists of requests: by what waits for whom on a page, newest first over the API."""

from typing import Any
from uuid import UUID

from backend.casework.requests.queries.visible import Named, read, scope
from backend.casework.requests.rules import states
from backend.casework.requests.rules.access import sees_all
from backend.casework.requests.rules.kinds import NOTICE
from backend.foundation.database import Dialogue, converse
from backend.foundation.database.access import Statement
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.search import match_sql
from backend.foundation.web.api import Cursor, behind, read_states

NARROWED = {"open": states.OPEN, "ended": states.ENDED}
ENDED_MOST, WAITING_MOST = 20, 6
OPEN_MOST = 300  # of one page; what is due last is left out first
_UNANSWERED = "p.request = r.id AND p.state IN ('asked', 'received')"
Condition = tuple[str, list[Any]]


async def page_of(
    person: Person,
    *,
    words: str = "",
    state: str = "",
    cursor: Cursor | None,
    limit: int,
) -> list[Named]:
    """One page and one more, newest first."""
    narrowed, args = _narrowed(words, state)
    after, where = behind(cursor, "r.received_at, r.id")
    tail = f"{narrowed}{after} ORDER BY r.received_at DESC, r.id DESC LIMIT ?"
    return await converse(read(person, tail, [*args, *where, limit + 1]), reading=True)


async def open_ones(person: Person, words: str = "") -> list[Named]:
    """Everything still open, what is due first on top."""
    narrowed, args = _narrowed(words, "open")
    tail = f"{narrowed} ORDER BY r.due_at, r.id LIMIT ?"
    return await converse(read(person, tail, [*args, OPEN_MOST]), reading=True)


async def ended_ones(person: Person, words: str = "") -> list[Named]:
    """The last that were closed or withdrawn."""
    narrowed, args = _narrowed(words, "ended")
    tail = f"{narrowed} ORDER BY r.ended_at DESC, r.id LIMIT ?"
    return await converse(read(person, tail, [*args, ENDED_MOST]), reading=True)


async def of_origin(person: Person, kind: str, record_id: UUID) -> list[Named]:
    """Those that came from one record, oldest first; to who asked alone."""
    tail = "AND r.origin_kind = ? AND r.origin_id = ? ORDER BY r.received_at, r.id"
    found = await converse(read(person, tail, [kind, record_id]), reading=True)
    return [named for named in found if named.side == "asking"]


def waiting_ones(person: Person) -> Dialogue[list[Named]]:
    """What waits for this person: an answer to give, or who came and the end of what they asked; due first on top."""
    mine, args = _mine(person)
    tail = f"AND r.ended_at IS NULL AND {mine} ORDER BY r.due_at, r.id LIMIT ?"
    return read(person, tail, [*args, WAITING_MOST])


def counted(person: Person) -> Statement:
    """Of the same ones: by when the next answer is due (None: no answer is waited for), for counting."""
    (seen, args), (mine, own) = scope(person), _mine(person)
    # The town hall answers for no unit but the township's body: every part it may see unanswered is meant.
    ours, unit = ("", []) if sees_all(person) else (" AND p.unit = ?", [person.unit_id])
    due = f"SELECT p.due_at FROM request_parties p WHERE {_UNANSWERED}{ours} ORDER BY p.due_at LIMIT 1"
    sql = f"SELECT r.id, ({due}) AS due_at, r.created_by FROM requests r WHERE {seen} AND r.ended_at IS NULL AND {mine}"
    return sql, [*unit, *args, *own]


def _mine(person: Person) -> Condition:
    """An answer is to be given by this person's unit; or they asked, and everybody has answered or the paper is owed."""
    to_us, args = _to_answer(person)
    settled = f"NOT EXISTS (SELECT 1 FROM request_parties p WHERE {_UNANSWERED})"
    owed = "(r.called_at IS NOT NULL AND r.letter IS NULL)"
    return f"({to_us} OR (r.created_by = ? AND ({settled} OR {owed})))", [*args, person.id]


def _to_answer(person: Person) -> Condition:
    if not may(person, "request.answer"):
        return "1 = 0", []
    if sees_all(person):
        return f"(r.kind = ? AND EXISTS (SELECT 1 FROM request_parties p WHERE {_UNANSWERED}))", [NOTICE]
    return f"EXISTS (SELECT 1 FROM request_parties p WHERE {_UNANSWERED} AND p.unit = ?)", [person.unit_id]


def _narrowed(words: str, state: str) -> Condition:
    """Refuses `invalid` for a state that does not exist."""
    wanted = read_states(state, NARROWED, states.WORDS)
    narrowed: str = ""
    args: list[Any] = []
    if wanted is not None:
        narrowed, args = f"AND r.state IN ({', '.join('?' * len(wanted))})", sorted(wanted)
    if words.strip():
        matching, terms = match_sql("request", words)
        narrowed, args = f"{narrowed} AND r.id IN ({matching})", [*args, *terms]
    return narrowed, args
