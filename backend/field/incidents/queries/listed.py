"""Lists of incidents: what is open, what ended last; over the API newest first."""

from dataclasses import dataclass
from typing import Any

from backend.field.incidents.queries.visible import NAMED, Named, named, scope
from backend.field.incidents.rules.words import STATES
from backend.foundation.clocks import Clock
from backend.foundation.clocks.queries import clocks_of_many
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.search import match_sql
from backend.foundation.web.api import Cursor, behind, read_states

ENDED_MOST = 20
OPEN, ENDED = frozenset({"reported", "written"}), frozenset({"final", "withdrawn"})
NARROWED = {"open": OPEN, "ended": ENDED}
_WAITS = (
    "SELECT r.incident FROM incident_reports r WHERE r.issued_at IS NULL AND r.returned_at IS NULL "
    "AND r.incident IN ({marks})"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One incident in a list. `clock`: what is owed next; `waits`: a report waits for a leader's signature."""

    named: Named
    clock: Clock | None
    waits: bool


async def open_ones(person: Person, words: str = "") -> list[Line]:
    """Everything still open, the newest on top."""
    narrowed, args = _narrowed(words, "open")
    return await _read(person, f"{narrowed} ORDER BY i.received_at DESC, i.id DESC", args)


async def ended_ones(person: Person, words: str = "") -> list[Line]:
    """The last that were reported to their end or taken back."""
    narrowed, args = _narrowed(words, "ended")
    return await _read(person, f"{narrowed} ORDER BY i.ended_at DESC, i.id LIMIT ?", [*args, ENDED_MOST])


async def page_of(
    person: Person, *, words: str = "", state: str = "", cursor: Cursor | None, limit: int
) -> list[Line]:
    """One page and one more, newest first. Refuses `invalid` for a state that does not exist."""
    narrowed, args = _narrowed(words, state)
    after, where = behind(cursor, "i.received_at, i.id")
    tail = f"{narrowed}{after} ORDER BY i.received_at DESC, i.id DESC LIMIT ?"
    return await _read(person, tail, [*args, *where, limit + 1])


async def _read(person: Person, tail: str, args: list[Any]) -> list[Line]:
    seen, asked = scope(person)
    found = [named(entry) for entry in await rows(f"{NAMED} WHERE {seen} {tail}", *asked, *args)]
    ids = [line.incident.id for line in found]
    if not ids:
        return []
    clocks = await clocks_of_many("incident", ids)
    waiting = {
        entry["incident"] for entry in await rows(_WAITS.format(marks=", ".join("?" * len(ids))), *ids)
    }
    return [
        Line(
            line,
            min(
                (each for each in clocks[line.incident.id] if each.open),
                key=lambda each: each.due_at,
                default=None,
            ),
            line.incident.id in waiting and line.side(person) == "own",
        )
        for line in found
    ]


def _narrowed(words: str, state: str) -> tuple[str, list[Any]]:
    wanted = read_states(state, NARROWED, STATES)
    narrowed, args = "", list[Any]()
    if wanted is not None:
        narrowed, args = f"AND i.state IN ({', '.join('?' * len(wanted))})", sorted(wanted)
    if words.strip():
        matching, terms = match_sql("incident", words)
        narrowed, args = f"{narrowed} AND i.id IN ({matching})", [*args, *terms]
    return narrowed, args
