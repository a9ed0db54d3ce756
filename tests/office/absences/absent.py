"""Leaves and borrowings as rules see them, without a database."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from backend.foundation.now import CHINA
from backend.office.absences.rules.borrowing import Borrowing
from backend.office.absences.rules.leave import Leave, span

TOWNSHIP, UNIT, OFFICER, ASKED_BY, HEAD = (UUID(int=number) for number in range(1, 6))
NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)


def at(text: str) -> datetime:
    """`2026-11-25 08:00` at +08:00."""
    return datetime.fromisoformat(f"{text}+08:00")


def leave(first: str = "2026-11-25", last: str = "2026-11-27", part: str = "", **changes: Any) -> Leave:
    """Three days off that nobody has decided about."""
    days = date.fromisoformat(first), date.fromisoformat(last)
    begins, ends = span(*days, part)
    values: dict[str, Any] = {
        "kind": "annual",
        "first_day": days[0],
        "last_day": days[1],
        "part": part,
        "begins_at": begins,
        "ends_at": ends,
        "reason": "",
        "back_at": None,
        "back_by": None,
    }
    return Leave(**(_common() | values | changes))


def borrowing(first: str = "2026-11-02", last: str | None = "2026-11-30", **changes: Any) -> Borrowing:
    """Four weeks that were asked for; nobody has decided."""
    values: dict[str, Any] = {
        "department": None,
        "department_name": "县自然资源局",
        "letter": "",
        "purpose": "",
        "first_day": date.fromisoformat(first),
        "last_day": date.fromisoformat(last) if last else None,
        "left_on": None,
        "left_by": None,
        "returned_on": None,
        "returned_by": None,
    }
    return Borrowing(**(_common() | values | changes))


def _common() -> dict[str, Any]:
    nothing = (
        "made_at",
        "device",
        "clock_offset_s",
        "approved_at",
        "approved_by",
        "refused_at",
        "refused_by",
    )
    return dict.fromkeys((*nothing, "withdrawn_at", "withdrawn_by")) | {
        "id": uuid4(),
        "township": TOWNSHIP,
        "unit": UNIT,
        "officer": OFFICER,
        "asked_by": ASKED_BY,
        "received_at": NOON,
        "refused_why": "",
        "version": 1,
    }
