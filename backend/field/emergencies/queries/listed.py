"""Lists of emergencies: what is open, what ended last; over the API newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backend.field.emergencies.queries.visible import FROM, NAMES, Named, named, scope
from backend.foundation.database import Dialogue, converse
from backend.foundation.people.identity import Person
from backend.foundation.search import match_sql
from backend.foundation.web.api import Cursor, behind, read_states

ENDED_MOST = 20
STATES = frozenset({"open", "ended"})
_COUNT = "(SELECT COUNT(*) FROM emergency_members m WHERE m.emergency = e.id AND m.left_at IS NULL{more})"
_LAST = (
    "COALESCE((SELECT n.text FROM emergency_entries n WHERE n.emergency = e.id AND NOT n.note "
    "ORDER BY n.at DESC, n.number DESC LIMIT 1), '')"
)
_LINES = (
    f"SELECT {NAMES}, {_COUNT.format(more='')} AS called, "
    f"{_COUNT.format(more=' AND m.arrived_at IS NOT NULL')} AS there, {_LAST} AS last_words {FROM}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One emergency in a list: how many are on it, how many of them there, what was logged last."""

    named: Named
    called: int
    there: int
    last_words: str


async def open_ones(person: Person, words: str = "") -> list[Line]:
    """Everything that goes on, drills last, then the latest first."""
    return await converse(all_open(person, words), reading=True)


def all_open(person: Person, words: str = "") -> Dialogue[list[Line]]:
    """The same, in a trip with other questions."""
    matching, args = _matching(words)
    tail = f"AND e.ended_at IS NULL{matching} ORDER BY e.exercise, e.received_at DESC, e.id"
    return _lines(person, tail, args)


async def called_to(person: Person) -> list[str]:
    """The addresses of those that go on and this person is called to."""
    mine = (
        "AND e.ended_at IS NULL AND e.id IN (SELECT m.emergency FROM emergency_members m WHERE m.officer = ? "
        "AND m.left_at IS NULL) ORDER BY e.received_at DESC, e.id"
    )
    found = await converse(_lines(person, mine, [person.id]), reading=True)
    return [f"/emergencies/{line.named.emergency.id}" for line in found]


async def ended_ones(person: Person, words: str = "") -> list[Line]:
    """The last that are over."""
    matching, args = _matching(words)
    tail = f"AND e.ended_at IS NOT NULL{matching} ORDER BY e.ended_at DESC, e.id LIMIT ?"
    return await converse(_lines(person, tail, [*args, ENDED_MOST]), reading=True)


async def page_of(person: Person, *, words: str, state: str, cursor: Cursor | None, limit: int) -> list[Line]:
    """One page and one more, newest first. Refuses `invalid` for a state that does not exist."""
    wanted = read_states(state, {}, STATES)
    narrowed = f" AND e.ended_at IS {'NULL' if 'open' in wanted else 'NOT NULL'}" if wanted else ""
    (matching, args), (after, where) = _matching(words), behind(cursor, "e.received_at, e.id")
    tail = f"{narrowed}{matching}{after} ORDER BY e.received_at DESC, e.id DESC LIMIT ?"
    return await converse(_lines(person, tail, [*args, *where, limit + 1]), reading=True)


def _matching(words: str) -> tuple[str, list[Any]]:
    if not words.strip():
        return "", []
    matching, terms = match_sql("emergency", words)
    return f" AND e.id IN ({matching})", list(terms)


def _lines(person: Person, tail: str, args: Sequence[Any]) -> Dialogue[list[Line]]:
    seen, asked = scope(person)
    found = yield f"{_LINES} WHERE {seen} {tail}", [*asked, *args]
    return [_line(each) for each in found]


def _line(found: dict[str, Any]) -> Line:
    counted = {name: found.pop(name) for name in ("called", "there", "last_words")}
    return Line(named(found), **counted)
