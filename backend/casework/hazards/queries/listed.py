"""Lists of notifications: by what they wait for on a page, newest first over the API."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.hazards.queries.visible import NAMED, Named, named, scope
from backend.casework.hazards.queries.waiting import SETTING
from backend.casework.hazards.rules import states
from backend.casework.hazards.rules.waiting import Waiting, waiting
from backend.foundation.database import Dialogue, converse
from backend.foundation.people.identity import Person
from backend.foundation.preferences.registry import DEFINITIONS
from backend.foundation.search import match_sql
from backend.foundation.web.api import Cursor, behind, read_states

Line = tuple[Named, Waiting]
Condition = tuple[str, list[Any]]

# What the API and the page narrow by, in one word.
NARROWED = {"open": states.OPEN, "waiting": states.WAITING, "ended": states.ENDED}
CLOSED_MOST, WAITING_MOST = 20, 5


async def page_of(
    person: Person, at: datetime, *, words: str = "", state: str = "", cursor: Cursor | None, limit: int
) -> list[Line]:
    """One page and one more, newest first by the moment of telling."""
    narrowed, args = _narrowed(words, state)
    after, where = behind(cursor, "h.received_at, h.id")
    return await _read(
        person,
        at,
        f"{narrowed}{after} ORDER BY h.received_at DESC, h.id DESC LIMIT ?",
        [*args, *where, limit + 1],
    )


async def open_ones(person: Person, at: datetime, words: str = "") -> list[Line]:
    """Everything still open, the one told first on top."""
    narrowed, args = _narrowed(words, "open")
    return await _read(person, at, f"{narrowed} ORDER BY h.told_at, h.id", args)


async def ended_ones(person: Person, at: datetime, words: str = "") -> list[Line]:
    """The last that were closed or withdrawn."""
    narrowed, args = _narrowed(words, "ended")
    return await _read(
        person, at, f"{narrowed} ORDER BY h.closed_at DESC, h.id LIMIT ?", [*args, CLOSED_MOST]
    )


async def of_origin(person: Person, kind: str, record_id: UUID, at: datetime) -> list[Line]:
    """Those that came from one record, oldest first."""
    return await _read(
        person, at, "AND h.origin_kind = ? AND h.origin_id = ? ORDER BY h.received_at", [kind, record_id]
    )


def waiting_ones(person: Person, at: datetime) -> Dialogue[list[Line]]:
    """Those nobody has answered yet, the one told first on top."""
    narrowed, args = _narrowed("", "waiting")
    return _lines(person, at, f"{narrowed} ORDER BY h.told_at, h.id LIMIT ?", [*args, WAITING_MOST])


async def _read(person: Person, at: datetime, tail: str, args: Iterable[Any]) -> list[Line]:
    return await converse(_lines(person, at, tail, args), reading=True)


def _lines(person: Person, at: datetime, tail: str, args: Iterable[Any]) -> Dialogue[list[Line]]:
    seen, asked = scope(person)
    found = yield f"{NAMED} WHERE {seen} {tail}", [*asked, *args]
    lines = [named(entry) for entry in found]
    minutes = yield from _minutes({line.hazard.township for line in lines})
    return [(line, _waiting(line, minutes[line.hazard.township], at)) for line in lines]


def _waiting(line: Named, minutes: int, at: datetime) -> Waiting:
    hazard = line.hazard
    return waiting(hazard.told_at, hazard.state, hazard.answered_at, minutes, at)


async def minutes_of(townships: set[UUID]) -> dict[UUID, int]:
    """The setting of each township: a county body is told by several."""
    return await converse(_minutes(townships), reading=True) if townships else {}


def _minutes(townships: set[UUID]) -> Dialogue[dict[UUID, int]]:
    if not townships:
        return {}
    found = yield (
        f"SELECT township, value FROM preferences WHERE name = ? AND township IN ({', '.join('?' * len(townships))})",
        [SETTING, *townships],
    )
    usual = dict.fromkeys(townships, DEFINITIONS[SETTING].default)
    return usual | {entry["township"]: int(entry["value"]) for entry in found}


def _narrowed(words: str, state: str) -> Condition:
    """Refuses `invalid` for a state that does not exist."""
    wanted = read_states(state, NARROWED, states.WORDS)
    narrowed, args = "", []
    if wanted is not None:
        narrowed, args = f"AND h.state IN ({', '.join('?' * len(wanted))})", sorted(wanted)
    if words.strip():
        matching, terms = match_sql("hazard", words)
        narrowed, args = f"{narrowed} AND h.id IN ({matching})", [*args, *terms]
    return narrowed, args
