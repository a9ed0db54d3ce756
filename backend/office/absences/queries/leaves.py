"""Leaves this person may see: their own, those they wrote down, those of the people they look after."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person, roles_of
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor, behind
from backend.office.absences.queries.scope import scope
from backend.office.absences.rules.leave import Leave

COLUMNS = ", ".join(f"a.{each.name}" for each in fields(Leave))
_NAMED = (
    f"SELECT {COLUMNS}, o.username, o.name, o.position, o.roles, u.code AS unit_code, u.name AS unit_name, "
    "k.name AS asked_by_name, COALESCE(p.name, '') AS approved_by_name, COALESCE(r.name, '') AS refused_by_name "
    "FROM leaves a JOIN officers o ON o.id = a.officer JOIN units u ON u.id = a.unit JOIN officers k ON k.id = a.asked_by "
    "LEFT JOIN officers p ON p.id = a.approved_by LEFT JOIN officers r ON r.id = a.refused_by"
)
_OPEN = "a.withdrawn_at IS NULL AND a.refused_at IS NULL AND a.ends_at > ?"
ENDED_MOST = 30


@dataclass(frozen=True, slots=True)
class Named:
    """A leave with the names around it."""

    leave: Leave
    username: str
    name: str
    position: str
    roles: frozenset[str]
    unit_code: str
    unit_name: str
    asked_by_name: str
    approved_by_name: str
    refused_by_name: str


async def find(person: Person, leave_id: UUID, *, lock: bool = False) -> Named | None:
    """The leave, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    asked = [leave_id, *args]
    first = [(f"SELECT a.id FROM leaves a WHERE a.id = ? AND {seen}{locking('a')}", asked)] if lock else []
    *_, found = await batch([*first, (f"{_NAMED} WHERE a.id = ? AND {seen}", asked)])
    return _named(found[0]) if found else None


async def load(person: Person, leave_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, leave_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


async def page_of(person: Person, cursor: Cursor | None, limit: int) -> list[Named]:
    """One page and one more, newest first by when it was asked for."""
    seen, args = scope(person)
    after, where = behind(cursor, "a.received_at, a.id")
    found = await rows(
        f"{_NAMED} WHERE {seen}{after} ORDER BY a.received_at DESC, a.id DESC LIMIT ?",
        *args,
        *where,
        limit + 1,
    )
    return [_named(each) for each in found]


async def open_ones(person: Person, at: datetime) -> list[Named]:
    """Those that are asked for, to come or running, by their beginning."""
    seen, args = scope(person)
    found = await rows(f"{_NAMED} WHERE {seen} AND {_OPEN} ORDER BY a.begins_at, a.id", *args, at)
    return [_named(each) for each in found]


async def ended_ones(person: Person, at: datetime) -> list[Named]:
    """The last that are over, refused or taken back."""
    seen, args = scope(person)
    tail = "ORDER BY a.begins_at DESC, a.id LIMIT ?"
    found = await rows(f"{_NAMED} WHERE {seen} AND NOT ({_OPEN}) {tail}", *args, at, ENDED_MOST)
    return [_named(each) for each in found]


async def of_officer(person: Person, officer: UUID) -> list[Named]:
    """One person's, the newest first."""
    seen, args = scope(person)
    tail = "ORDER BY a.begins_at DESC, a.id LIMIT ?"
    found = await rows(f"{_NAMED} WHERE {seen} AND a.officer = ? {tail}", *args, officer, ENDED_MOST)
    return [_named(each) for each in found]


async def overlapping(officer: UUID, begins: datetime, ends: datetime) -> Leave | None:
    """One of the same person that stands and reaches into the span."""
    return next(iter(await all_overlapping(officer, begins, ends)), None)


async def all_overlapping(officer: UUID, begins: datetime, ends: datetime) -> list[Leave]:
    """Every such one, by its beginning."""
    found = await rows(
        f"SELECT {COLUMNS} FROM leaves a WHERE a.officer = ? AND a.withdrawn_at IS NULL AND a.refused_at IS NULL "
        "AND a.begins_at < ? AND a.ends_at > ? ORDER BY a.begins_at",
        officer,
        ends,
        begins,
    )
    return [Leave(**each) for each in found]


async def standing(leave_id: UUID, at: datetime) -> Named | None:
    """One that is asked for, to come or running, whoever looks: the room that made it asks."""
    found = await rows(f"{_NAMED} WHERE a.id = ? AND {_OPEN}", leave_id, at)
    return _named(found[0]) if found else None


def _named(found: dict[str, Any]) -> Named:
    own = {each.name: found.pop(each.name) for each in fields(Leave)}
    return Named(Leave(**own), **(found | {"roles": roles_of(found)}))
