"""A running limit as rooms, pages and the API see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from backend.foundation.mechanism import Origin
from backend.foundation.workdays import Calendar, Day, Term, Unit, trace

State = Literal["running", "due_soon", "overdue", "met", "met_late", "cancelled"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """What a limit belongs to. `title` carries no name of a person: both bodies read it, and calendars on telephones."""

    record: tuple[str, UUID]
    title: str
    url: str
    township: UUID | None
    chain: UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A body or officer as they are shown."""

    id: UUID
    code: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """`started_at` is when the duty began, `counted_from` where its limit runs from: later, once urgency was raised."""

    id: UUID
    county: UUID
    township: UUID | None
    chain: UUID
    record: tuple[str, UUID]
    title: str
    url: str
    rule: str
    name: str
    term: Term
    strength: str
    origin: Origin
    says: str
    basis: str
    region: str
    edition: int
    owed_by: Party
    awaited_by: Party | None
    responsible: Party | None
    started_at: datetime
    counted_from: datetime
    due_at: datetime
    late_from: datetime
    soon_from: datetime
    provisional: bool
    moved_from: datetime | None
    next_at: datetime | None
    next_kind: str
    met_at: datetime | None
    cancelled_at: datetime | None
    calendar: Calendar

    @property
    def open(self) -> bool:
        return self.met_at is None and self.cancelled_at is None

    def state(self, at: datetime) -> State:
        """How it stands at that moment; a limit met in time stays met whenever the server heard of it."""
        if self.met_at is not None:
            return "met" if self.met_at < self.late_from else "met_late"
        if self.cancelled_at is not None:
            return "cancelled"
        if at >= self.late_from:
            return "overdue"
        return "due_soon" if at >= self.soon_from else "running"

    def column(self, name: str) -> Any:
        """The value of a column of its row."""
        if name in ("owed_by", "awaited_by", "responsible"):
            party: Party | None = getattr(self, name)
            return party.id if party else None
        if name in ("amount", "unit", "roll_forward"):
            return getattr(self.term, name)
        if name in ("record_kind", "record_id"):
            return self.record[name == "record_id"]
        return getattr(self, name)

    @property
    def trace(self) -> tuple[Day, ...]:
        """How it was counted, day by day, by the calendar as it was then."""
        return trace(self.term, self.counted_from, self.calendar)


def clock_of(found: dict[str, Any], calendar: Calendar) -> Clock:
    """From a row of queries.COLUMNS."""
    kept = {name: found[name] for name in Clock.__dataclass_fields__ if name in found}
    unit: Unit = found["unit"]
    return Clock(
        **kept
        | {
            "record": (found["record_kind"], found["record_id"]),
            "term": Term(found["amount"], unit, bool(found["roll_forward"])),
            "provisional": bool(found["provisional"]),
            "owed_by": _party(found, "owed_by"),
            "awaited_by": _party(found, "awaited_by"),
            "responsible": _party(found, "responsible"),
            "calendar": calendar,
        }
    )


def _party(found: dict[str, Any], role: str) -> Party | None:
    if found[role] is None:
        return None
    return Party(id=found[role], code=found[f"{role}_code"], name=found[f"{role}_name"])
