"""One visit with its timer, if this person may see it; and lists of them."""

from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.field.checkins.rules.access import CHIEF, WATCHERS
from backend.field.checkins.rules.checkin import Checkin
from backend.foundation.database import Dialogue, batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.records.audience import Audience, person_at, role_in, role_of_unit
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor, behind

ENDED_MOST = 20
COLUMNS = ", ".join(f"c.{each.name}" for each in fields(Checkin))
_NAMED = (
    f"SELECT {COLUMNS}, o.username, o.name, o.phone, u.code AS unit_code, u.name AS unit_name, b.name AS begun_by_name "
    "FROM checkins c JOIN officers o ON o.id = c.officer JOIN units u ON u.id = c.unit JOIN officers b ON b.id = c.begun_by"
)
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """A visit with the names around it."""

    checkin: Checkin
    username: str
    name: str
    phone: str
    unit_code: str
    unit_name: str
    begun_by_name: str


def scope(person: Person) -> Scope:
    """Condition and arguments on `checkins c`: one's own and those one began; for watchers the whole township's."""
    own, args = "(c.officer = ? OR c.begun_by = ?)", [person.id, person.id]
    if not person.roles.isdisjoint(WATCHERS):
        return "c.township = ?", [person.township_id]
    if CHIEF in person.roles:
        own, args = f"({own} OR c.unit = ?)", [*args, person.unit_id]
    return f"c.township = ? AND {own}", [person.township_id, *args]


async def find(person: Person, checkin_id: UUID, *, lock: bool = False) -> Named | None:
    """The visit, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    first = [held(checkin_id)] if lock else []
    *_, found = await batch([*first, (f"{_NAMED} WHERE c.id = ? AND {seen}", [checkin_id, *args])])
    return _named(found[0]) if found else None


async def load(person: Person, checkin_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, checkin_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


async def locked(checkin_id: UUID) -> Named | None:
    """The visit for the server's own acts, held until the transaction ends."""
    _, found = await batch([held(checkin_id), (f"{_NAMED} WHERE c.id = ?", [checkin_id])])
    return _named(found[0]) if found else None


async def open_ones(person: Person) -> list[Named]:
    """Everything that runs, the one that is due first on top."""
    return await _read(person, "AND c.ended_at IS NULL ORDER BY c.well_at, c.id", [])


def own_open(person: Person) -> Dialogue[list[Named]]:
    """One's own visits that run, the one that is due first on top."""
    found = yield f"{_NAMED} WHERE c.officer = ? AND c.ended_at IS NULL ORDER BY c.well_at, c.id", [person.id]
    return [_named(entry) for entry in found]


async def ended_ones(person: Person) -> list[Named]:
    """The last that ended."""
    return await _read(
        person, "AND c.ended_at IS NOT NULL ORDER BY c.ended_at DESC, c.id LIMIT ?", [ENDED_MOST]
    )


async def page_of(person: Person, cursor: Cursor | None, limit: int) -> list[Named]:
    """One page and one more, newest first."""
    after, where = behind(cursor, "c.received_at, c.id")
    return await _read(person, f"{after} ORDER BY c.received_at DESC, c.id DESC LIMIT ?", [*where, limit + 1])


def held(checkin_id: UUID) -> tuple[str, list[Any]]:
    """The statement that keeps others from changing it."""
    return f"SELECT c.id FROM checkins c WHERE c.id = ?{locking('c')}", [checkin_id]


async def audience(checkin_id: UUID) -> Audience | None:
    """The same people `scope` lets in."""
    found = await rows(
        "SELECT version, township, unit, officer, begun_by FROM checkins WHERE id = ?", checkin_id
    )
    if not found:
        return None
    [entry] = found
    home = entry["township"]
    tokens = {person_at(home, entry["officer"]), person_at(home, entry["begun_by"])}
    tokens |= {role_in(home, role) for role in WATCHERS} | {role_of_unit(entry["unit"], CHIEF)}
    return Audience(entry["version"], frozenset(tokens))


async def _read(person: Person, tail: str, args: list[Any]) -> list[Named]:
    seen, asked = scope(person)
    return [_named(entry) for entry in await rows(f"{_NAMED} WHERE {seen} {tail}", *asked, *args)]


def _named(found: dict[str, Any]) -> Named:
    own = {each.name: found.pop(each.name) for each in fields(Checkin)}
    return Named(Checkin(**{**own, "exercise": bool(own["exercise"])}), **found)
