"""Months and their rosters."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import batch, locking, row, rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS, may
from backend.foundation.records.audience import Audience, role_in
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor

_ROSTERS = (
    "SELECT r.id, r.township, r.month, r.drafted_at, r.drafted_how, r.unmet, r.published_at, r.version, "
    "d.name AS drafted_by, p.name AS published_by, t.name AS township_name FROM rosters r "
    "JOIN townships t ON t.id = r.township LEFT JOIN officers d ON d.id = r.drafted_by "
    "LEFT JOIN officers p ON p.id = r.published_by"
)


class Empty(msgspec.Struct, frozen=True):
    """A slot the last drafting left empty, and why."""

    shift: UUID
    slot: int
    missing: int
    why: tuple[str, ...] = ()


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What the last drafting said of what it could not do: empty slots, demands that compete for the same people."""

    empty: tuple[Empty, ...] = ()
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A month (its first day), drafted and published by whom."""

    id: UUID
    township: UUID
    month: date
    drafted_at: datetime | None
    drafted_how: str
    unmet: Told
    published_at: datetime | None
    version: int
    drafted_by: str
    published_by: str
    township_name: str

    @property
    def title(self) -> str:
        return f"{self.month.year}年{self.month.month}月值守排班"


async def find_roster(person: Person, roster_id: UUID) -> Roster | None:
    """None to a stranger; a draft is seen by those who plan alone."""
    if not may(person, "duty.read"):
        return None
    seen, args = _scope(person)
    found = await row(f"{_ROSTERS} WHERE r.id = ? AND {seen}", roster_id, *args)
    return _roster(found) if found else None


async def load_roster(person: Person, roster_id: UUID, *, lock: bool = False) -> Roster:
    """Refuses a stranger's `not_found`. `lock` keeps it from being changed until the transaction ends."""
    if lock:
        await batch([held(roster_id)])
    found = await find_roster(person, roster_id)
    if found is None:
        raise Refusal("not_found")
    return found


async def roster_of_month(person: Person, month: date) -> Roster | None:
    seen, args = _scope(person)
    found = await row(f"{_ROSTERS} WHERE r.month = ? AND {seen}", month, *args)
    return _roster(found) if found else None


async def page_of(person: Person, cursor: Cursor | None, limit: int) -> list[Roster]:
    """One page and one more, the latest month first."""
    seen, args = _scope(person)
    month = cursor.at.date() if cursor else None
    after, where = (" AND (r.month, r.id) < (?, ?)", [month, cursor.id]) if cursor else ("", [])
    found = await rows(
        f"{_ROSTERS} WHERE {seen}{after} ORDER BY r.month DESC, r.id DESC LIMIT ?", *args, *where, limit + 1
    )
    return [_roster(entry) for entry in found]


def held(roster_id: UUID) -> tuple[str, list[Any]]:
    """The statement that keeps others from changing it."""
    return f"SELECT r.id FROM rosters r WHERE r.id = ?{locking('r')}", [roster_id]


async def audience(roster_id: UUID) -> Audience | None:
    """Those who plan; once it is published everybody who reads rosters."""
    found = await row("SELECT version, township, published_at FROM rosters WHERE id = ?", roster_id)
    if found is None:
        return None
    roles = ACTIONS["duty.read" if found["published_at"] else "duty.plan"]
    return Audience(found["version"], frozenset(role_in(found["township"], role) for role in roles))


async def roster_of_shift(shift_id: UUID) -> UUID | None:
    found = await row("SELECT roster FROM shifts WHERE id = ?", shift_id)
    return found["roster"] if found else None


def _scope(person: Person) -> tuple[str, list[Any]]:
    published = "" if may(person, "duty.plan") else " AND r.published_at IS NOT NULL"
    return f"r.township = ?{published}", [person.township_id]


def _roster(found: dict[str, Any]) -> Roster:
    unmet = msgspec.json.decode(found["unmet"], type=Told)
    names = {key: found[key] or "" for key in ("drafted_by", "published_by")}
    return Roster(**{**found, "unmet": unmet, **names})
