"""抽调: from when to when, and what is wrong with it (随意、长期). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal
from uuid import UUID

from backend.foundation.now import CHINA, local
from backend.foundation.refusals import Refusal
from backend.office.absences.rules.words import State

Flag = Literal["unapproved", "endless", "long", "overstayed"]
FLAGS: Final[dict[str, str]] = {
    "unapproved": "没有批准就走了",
    "endless": "没有说到哪天",
    "long": "时间长",
    "overstayed": "到期没有返回",
}
# 随意: nobody approved it, or nobody said for how long.
CASUAL: Final = frozenset({"unapproved", "endless"})
LONG: Final = "borrowing.long_days"
MOST_BACK, MOST_AHEAD = timedelta(days=3660), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Borrowing:
    """One borrowing, column by column."""

    id: UUID
    township: UUID
    unit: UUID
    officer: UUID
    department: UUID | None
    department_name: str
    letter: str
    purpose: str
    first_day: date
    last_day: date | None
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
    left_on: date | None
    left_by: UUID | None
    returned_on: date | None
    returned_by: UUID | None
    version: int

    @property
    def undecided(self) -> bool:
        return not (self.approved_at or self.refused_at or self.withdrawn_at)

    @property
    def from_day(self) -> date | None:
        """The first day the person is not here; None while nobody approved it and they have not gone."""
        if self.withdrawn_at:
            return None
        return self.left_on or (self.first_day if self.approved_at else None)

    @property
    def until_day(self) -> date | None:
        """The last day away as far as it is known; None: nobody knows."""
        if self.returned_on:
            return self.returned_on - timedelta(days=1)
        return self.last_day

    def state(self, at: datetime) -> State:
        """As it stands on that day; who went without approval is away all the same."""
        today, begins = local(at).date(), self.from_day
        if begins is None:
            return "withdrawn" if self.withdrawn_at else "refused" if self.refused_at else "waiting"
        if self.returned_on and self.returned_on <= today:
            return "over"
        return "coming" if today < begins else "running"

    def days(self, at: datetime) -> int:
        """How many it has taken up to that day; 0 before it counts."""
        begins, today = self.from_day, local(at).date()
        if begins is None:
            return 0
        last = min(self.returned_on - timedelta(days=1), today) if self.returned_on else today
        return max((last - begins).days + 1, 0)

    def overstays(self, today: date) -> bool:
        """Its last day has passed and nobody noted that the person came back."""
        return (
            self.from_day is not None
            and self.returned_on is None
            and bool(self.last_day and self.last_day < today)
        )


def span(borrowing: Borrowing) -> tuple[datetime, datetime | None] | None:
    """From when to when the person is away, whole days; an end nobody knows is None; None where they are not."""
    begins, last = borrowing.from_day, borrowing.until_day
    if begins is None or (last is not None and last < begins):
        return None
    ends = datetime.combine(last + timedelta(days=1), time(), CHINA) if last else None
    return datetime.combine(begins, time(), CHINA), ends


def flags(borrowing: Borrowing, long_days: int, at: datetime) -> tuple[Flag, ...]:
    """What is wrong with it on that day, of what the text warns of: 随意 and 长期."""
    if borrowing.withdrawn_at or (borrowing.refused_at and borrowing.left_on is None):
        return ()
    found: list[Flag] = []
    if borrowing.left_on and borrowing.approved_at is None:
        found.append("unapproved")
    if borrowing.last_day is None and borrowing.returned_on is None:
        found.append("endless")
    if max(borrowing.days(at), _planned(borrowing)) > long_days:
        found.append("long")
    if borrowing.overstays(local(at).date()):
        found.append("overstayed")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Count:
    """What one department has taken: how often, how many are away now, how many days, how many of them casual or long."""

    department: str
    times: int
    away: int
    days: int
    casual: int
    long: int


def counted(borrowings: Iterable[tuple[str, Borrowing]], long_days: int, at: datetime) -> list[Count]:
    """By department, whoever took the most days first. What was only asked for, refused or withdrawn took nobody."""
    groups: dict[str, list[Borrowing]] = {}
    for department, borrowing in borrowings:
        if borrowing.from_day is not None:
            groups.setdefault(department, []).append(borrowing)
    found = [_count(department, taken, long_days, at) for department, taken in groups.items()]
    return sorted(found, key=lambda count: (-count.days, count.department))


def check_days(first: date, last: date | None, at: datetime) -> None:
    """Refuses `invalid` with a sentence per field; no last day is a flag, not a fault."""
    today, faults = local(at).date(), {}
    if first < today - MOST_BACK:
        faults["first_day"] = "核对年份"
    elif first > today + MOST_AHEAD:
        faults["first_day"] = "最多提前一年"
    if last is not None and last < first:
        faults["last_day"] = "不能早于开始那天"
    elif last is not None and last - first > MOST_BACK:
        faults["last_day"] = "核对年份"
    if faults:
        raise Refusal("invalid", fields=faults)


def check_day(day: date | None, at: datetime, field: str) -> None:
    """A day somebody went or came back: it has come, and is no slip of the year. Refuses `invalid`."""
    today = local(at).date()
    if day is not None and day > today:
        raise Refusal("invalid", fields={field: "还没有到这一天"})
    if day is not None and day < today - MOST_BACK:
        raise Refusal("invalid", fields={field: "核对年份"})


def _planned(borrowing: Borrowing) -> int:
    """How long it is asked for; one that ended earlier was shorter."""
    if borrowing.last_day is None or borrowing.returned_on is not None:
        return 0
    return (borrowing.last_day - borrowing.first_day).days + 1


def _count(department: str, taken: list[Borrowing], long_days: int, at: datetime) -> Count:
    judged = [set(flags(borrowing, long_days, at)) for borrowing in taken]
    return Count(
        department,
        len(taken),
        sum(borrowing.state(at) == "running" for borrowing in taken),
        sum(borrowing.days(at) for borrowing in taken),
        sum(bool(each & CASUAL) for each in judged),
        sum("long" in each for each in judged),
    )
