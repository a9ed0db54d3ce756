"""请休假: when it counts and how it stands. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import Final
from uuid import UUID

from backend.foundation.now import CHINA, local
from backend.foundation.refusals import Refusal
from backend.office.absences.rules.words import AT_ONCE, KINDS, PARTS, State

# What was never written down may be so later, what is planned far ahead is no leave yet.
MOST_BACK, MOST_AHEAD, MOST_DAYS = timedelta(days=90), timedelta(days=366), 366
_NOON: Final = time(12)
_HALF: Final = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Leave:
    """One leave, column by column."""

    id: UUID
    township: UUID
    unit: UUID
    officer: UUID
    kind: str
    first_day: date
    last_day: date
    part: str
    begins_at: datetime
    ends_at: datetime
    reason: str
    asked_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    approved_at: datetime | None
    approved_by: UUID | None
    refused_at: datetime | None
    refused_by: UUID | None
    refused_why: str
    withdrawn_at: datetime | None
    withdrawn_by: UUID | None
    back_at: datetime | None
    back_by: UUID | None
    version: int

    @property
    def counts(self) -> bool:
        """Whether the person is away by it."""
        if self.withdrawn_at or self.refused_at:
            return False
        return self.approved_at is not None or self.kind in AT_ONCE

    @property
    def undecided(self) -> bool:
        return not (self.approved_at or self.refused_at or self.withdrawn_at)

    @property
    def words(self) -> str:
        """What it is called; that it waits where it counts already."""
        return KINDS[self.kind] + ("（待批）" if self.undecided else "")

    def state(self, at: datetime) -> State:
        if self.withdrawn_at:
            return "withdrawn"
        if self.refused_at:
            return "refused"
        if self.undecided:
            return "waiting"
        if at < self.begins_at:
            return "coming"
        return "running" if at < self.ends_at else "over"


def span(first: date, last: date, part: str) -> tuple[datetime, datetime]:
    """From when to when it counts: whole days, or the half of one before or after noon."""
    begins = datetime.combine(first, _NOON if part == "afternoon" else time(), CHINA)
    if part == "morning":
        return begins, datetime.combine(last, _NOON, CHINA)
    return begins, datetime.combine(last + timedelta(days=1), time(), CHINA)


def check_days(first: date, last: date, part: str, at: datetime) -> None:
    """Refuses `invalid` with a sentence per field."""
    today, faults = local(at).date(), {}
    if first < today - MOST_BACK:
        faults["first_day"] = f"最多补办{MOST_BACK.days}天以前的"
    elif first > today + MOST_AHEAD:
        faults["first_day"] = "最多提前一年"
    if last < first:
        faults["last_day"] = "不能早于开始那天"
    elif (last - first).days >= MOST_DAYS:
        faults["last_day"] = f"一次最多{MOST_DAYS}天"
    if part and first != last:
        faults["part"] = "只有一天的假能请半天"
    if faults:
        raise Refusal("invalid", fields=faults)


def by_the_hour(leave: Leave) -> bool:
    """Whether it counts for one shift only, not for days."""
    begins, ends = span(leave.first_day, leave.last_day, leave.part)
    return leave.begins_at != begins or (leave.back_at is None and leave.ends_at != ends)


def days(leave: Leave) -> float:
    """Calendar days; half a day is 0.5. A shift is a day, up to four hours of it half a one."""
    if by_the_hour(leave):
        length = leave.ends_at - leave.begins_at
        return 0.5 if length <= _HALF else ceil(length / timedelta(days=1))
    return 0.5 if leave.part else (leave.last_day - leave.first_day).days + 1


def days_words(leave: Leave) -> str:
    """11月25日 周三 上午; 11月25日—27日 in the words of the page are made there, this says how long."""
    if by_the_hour(leave):
        return f"{local(leave.begins_at):%H:%M}到{local(leave.ends_at):%H:%M}"
    return f"半天（{PARTS[leave.part]}）" if leave.part else f"{days(leave):g}天"


def uncovered(begins: datetime, ends: datetime, leaves: Iterable[Leave]) -> tuple[datetime, datetime] | None:
    """The first stretch of a span that lies in none of these leaves; None where they cover it."""
    for leave in sorted(leaves, key=lambda each: each.begins_at):
        if leave.begins_at > begins:
            ends = min(ends, leave.begins_at)
        else:
            begins = max(begins, leave.ends_at)
    return (begins, ends) if begins < ends else None


def days_of(begins: datetime, ends: datetime) -> tuple[date, date]:
    """On which days a span begins and ends; midnight belongs to the day before."""
    return local(begins).date(), local(ends - timedelta(microseconds=1)).date()


def may_be_withdrawn(leave: Leave, at: datetime) -> bool:
    """Before it began, or as long as nobody has decided."""
    return leave.state(at) in ("waiting", "coming")


def may_end_early(leave: Leave, at: datetime) -> bool:
    """销假: while it runs, sick leave that waits for its approval included."""
    return leave.counts and leave.back_at is None and leave.begins_at <= at < leave.ends_at
