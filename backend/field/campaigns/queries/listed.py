"""Lists of campaigns: what waits or goes on, what ended last; over the API newest first."""

from typing import Any

from backend.field.campaigns.queries.visible import NAMED, Named, named, scope
from backend.field.campaigns.rules.words import STATES
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.web.api import Cursor, behind, read_states

ENDED_MOST = 20
NARROWED = {
    "open": frozenset({"submitted", "returned", "approved"}),
    "ended": frozenset({"closed", "cancelled"}),
}


async def open_ones(person: Person) -> list[Named]:
    """Everything not summed up yet, what begins first on top."""
    return await _read(person, "AND c.ended_at IS NULL ORDER BY c.begins_at, c.id", [])


async def ended_ones(person: Person) -> list[Named]:
    """The last that were summed up or called off."""
    return await _read(
        person, "AND c.ended_at IS NOT NULL ORDER BY c.ended_at DESC, c.id LIMIT ?", [ENDED_MOST]
    )


async def page_of(person: Person, *, state: str = "", cursor: Cursor | None, limit: int) -> list[Named]:
    """One page and one more, newest first. Refuses `invalid` for a state that does not exist."""
    wanted = read_states(state, NARROWED, STATES)
    narrowed, args = "", list[Any]()
    if wanted is not None:
        narrowed, args = f"AND c.state IN ({', '.join('?' * len(wanted))})", sorted(wanted)
    after, where = behind(cursor, "c.begins_at, c.id")
    tail = f"{narrowed}{after} ORDER BY c.begins_at DESC, c.id DESC LIMIT ?"
    return await _read(person, tail, [*args, *where, limit + 1])


async def _read(person: Person, tail: str, args: list[Any]) -> list[Named]:
    seen, asked = scope(person)
    return [named(entry) for entry in await rows(f"{NAMED} WHERE {seen} {tail}", *asked, *args)]
