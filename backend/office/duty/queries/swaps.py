"""Swaps with the names around them, as those they concern see them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, locking, row, rows
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS, may
from backend.foundation.records.audience import Audience, person_at, role_in
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Cursor, behind
from backend.office.duty.rules.swapping import STATES, Steps

_SWAPS = (
    "SELECT w.id, w.township, w.assignment, w.other_assignment, w.other_officer, w.reason, w.asked_by, w.asked_at, "
    "w.consented_at, w.refused_at, w.refused_why, w.approved_at, w.withdrawn_at, w.version, a.name AS asked_by_name, "
    "a.username AS asked_by_username, o.name AS other_name, o.username AS other_username, g.shift, t.shift AS other_shift, "
    "s.name AS shift_name, s.begins_at AS shift_begins_at, s.cancelled_at AS shift_cancelled_at, g.ended_at AS left_at, "
    "b.begins_at AS other_begins_at, b.cancelled_at AS other_cancelled_at, t.ended_at AS other_left_at, "
    "p.name AS approved_by, f.name AS refused_by FROM swaps w JOIN officers a ON a.id = w.asked_by "
    "JOIN officers o ON o.id = w.other_officer JOIN assignments g ON g.id = w.assignment JOIN shifts s ON s.id = g.shift "
    "LEFT JOIN assignments t ON t.id = w.other_assignment LEFT JOIN shifts b ON b.id = t.shift LEFT JOIN officers p ON p.id = w.approved_by "
    "LEFT JOIN officers f ON f.id = w.refused_by"
)
_OPEN = "w.refused_at IS NULL AND w.approved_at IS NULL AND w.withdrawn_at IS NULL"
OVERSEEING = ACTIONS["duty.plan"] | ACTIONS["duty.approve"]


@dataclass(frozen=True, slots=True)
class KnownSwap:
    """One swap: `shift` goes to the other, `other_shift` comes back for it where there is one. `left_at`: since when whoever
    asked stands on theirs no more."""

    id: UUID
    township: UUID
    assignment: UUID
    other_assignment: UUID | None
    other_officer: UUID
    reason: str
    asked_by: UUID
    asked_at: datetime
    consented_at: datetime | None
    refused_at: datetime | None
    refused_why: str
    approved_at: datetime | None
    withdrawn_at: datetime | None
    version: int
    asked_by_name: str
    asked_by_username: str
    other_name: str
    other_username: str
    shift: UUID
    other_shift: UUID | None
    shift_name: str
    shift_begins_at: datetime
    shift_cancelled_at: datetime | None
    left_at: datetime | None
    other_begins_at: datetime | None
    other_cancelled_at: datetime | None
    other_left_at: datetime | None
    approved_by: str
    refused_by: str

    @property
    def steps(self) -> Steps:
        return Steps(
            self.asked_by,
            self.other_officer,
            self.consented_at,
            self.refused_at,
            self.approved_at,
            self.withdrawn_at,
        )

    @property
    def state_words(self) -> str:
        return STATES[self.steps.state]

    def hindrance(self, at: datetime) -> str:
        """Why it cannot come about any more; empty where it can."""
        if self.shift_cancelled_at or self.other_cancelled_at:
            return "班次已经取消，换不成了。"
        if self.shift_begins_at <= at or (self.other_begins_at is not None and self.other_begins_at <= at):
            return "班次已经开始，换不成了。"
        if self.left_at:
            return f"{self.asked_by_name}已经不在这个班上，换不成了。"
        if self.other_left_at:
            return f"{self.other_name}已经不在换回来的班上，换不成了。"
        return ""


async def find_swap(person: Person, swap_id: UUID) -> KnownSwap | None:
    """None to a stranger."""
    seen, args = _scope(person)
    found = await row(f"{_SWAPS} WHERE w.id = ? AND {seen}", swap_id, *args)
    return _swap(found) if found else None


async def load_swap(person: Person, swap_id: UUID, *, lock: bool = False) -> KnownSwap:
    """Refuses a stranger's `not_found`."""
    if lock:
        await batch([held(swap_id)])
    found = await find_swap(person, swap_id)
    if found is None:
        raise Refusal("not_found")
    return found


async def open_swaps(person: Person, at: datetime) -> list[KnownSwap]:
    """Those that wait for somebody and can still come about, the oldest first."""
    seen, args = _scope(person)
    coming = f"{seen} AND {_OPEN} AND s.begins_at > ?"  # those that lapsed are never settled: they would be read forever
    found = await rows(f"{_SWAPS} WHERE {coming} ORDER BY w.asked_at, w.id", *args, at)
    return [swap for swap in map(_swap, found) if not swap.hindrance(at)]


async def unsettled_swap(assignment: UUID) -> KnownSwap | None:
    """The one asked of it that has no end yet, whether or not it can still come about."""
    found = await row(f"{_SWAPS} WHERE w.assignment = ? AND {_OPEN}", assignment)
    return _swap(found) if found else None


async def page_of(person: Person, cursor: Cursor | None, limit: int) -> list[KnownSwap]:
    """One page and one more, newest first."""
    seen, args = _scope(person)
    after, where = behind(cursor, "w.asked_at, w.id")
    found = await rows(
        f"{_SWAPS} WHERE {seen}{after} ORDER BY w.asked_at DESC, w.id DESC LIMIT ?", *args, *where, limit + 1
    )
    return [_swap(entry) for entry in found]


def held(swap_id: UUID) -> tuple[str, list[Any]]:
    return f"SELECT w.id FROM swaps w WHERE w.id = ?{locking('w')}", [swap_id]


async def audience(swap_id: UUID) -> Audience | None:
    """The same people `_scope` lets in."""
    found = await row("SELECT version, township, asked_by, other_officer FROM swaps WHERE id = ?", swap_id)
    if found is None:
        return None
    home = found["township"]
    tokens = {person_at(home, found["asked_by"]), person_at(home, found["other_officer"])}
    return Audience(found["version"], frozenset(tokens | {role_in(home, role) for role in OVERSEEING}))


def _scope(person: Person) -> tuple[str, list[Any]]:
    if may(person, "duty.plan") or may(person, "duty.approve"):
        return "w.township = ?", [person.township_id]
    return "w.township = ? AND (w.asked_by = ? OR w.other_officer = ?)", [
        person.township_id,
        person.id,
        person.id,
    ]


def _swap(found: dict[str, Any]) -> KnownSwap:
    return KnownSwap(**{**found, **{key: found[key] or "" for key in ("approved_by", "refused_by")}})
