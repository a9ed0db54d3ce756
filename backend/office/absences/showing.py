"""Leaves and borrowings as the wire shows them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from backend.foundation.web.api import iso
from backend.office.absences.bearing import Gap
from backend.office.absences.queries import borrowings, leaves
from backend.office.absences.rules.borrowing import FLAGS, flags
from backend.office.absences.rules.leave import days
from backend.office.absences.rules.words import BORROWING_STATES, KINDS, LEAVE_STATES


def leave_json(named: leaves.Named, at: datetime, gaps: Iterable[Gap] = ()) -> dict[str, Any]:
    """`gaps`: the shifts of published rosters that miss the person by it."""
    leave = named.leave
    state = leave.state(at)
    return {
        "id": str(leave.id),
        "state": state,
        "state_name": LEAVE_STATES[state],
        "officer": named.username,
        "officer_name": named.name,
        "unit": {"code": named.unit_code, "name": named.unit_name},
        "kind": leave.kind,
        "kind_name": KINDS[leave.kind],
        "first_day": leave.first_day.isoformat(),
        "last_day": leave.last_day.isoformat(),
        "part": leave.part or None,
        "days": days(leave),
        "begins_at": iso(leave.begins_at),
        "ends_at": iso(leave.ends_at),
        "reason": leave.reason,
        **_course(named),
        "gaps": [
            {"title": gap.title, "begins": iso(gap.begins), "ends": iso(gap.ends), "url": gap.url}
            for gap in gaps
        ],
        "version": leave.version,
    }


def _course(named: leaves.Named) -> dict[str, Any]:
    """Who asked, who decided, how it ended."""
    leave = named.leave
    return {
        "asked_by_name": named.asked_by_name,
        "received_at": iso(leave.received_at),
        "approved_at": iso(leave.approved_at),
        "approved_by_name": named.approved_by_name or None,
        "refused_at": iso(leave.refused_at),
        "refused_by_name": named.refused_by_name or None,
        "refused_why": leave.refused_why,
        "withdrawn_at": iso(leave.withdrawn_at),
        "back_at": iso(leave.back_at),
    }


def borrowing_json(named: borrowings.Named, long_days: int, at: datetime) -> dict[str, Any]:
    """`flags`: what is wrong with it (随意、长期)."""
    borrowing = named.borrowing
    state = borrowing.state(at)
    return {
        "id": str(borrowing.id),
        "state": state,
        "state_name": BORROWING_STATES[state],
        "officer": named.username,
        "officer_name": named.name,
        "unit": {"code": named.unit_code, "name": named.unit_name},
        "department": named.department_code or None,
        "department_name": named.department_words,
        "letter": borrowing.letter,
        "purpose": borrowing.purpose,
        "first_day": borrowing.first_day.isoformat(),
        "last_day": borrowing.last_day.isoformat() if borrowing.last_day else None,
        "days": borrowing.days(at),
        "flags": [{"code": flag, "name": FLAGS[flag]} for flag in flags(borrowing, long_days, at)],
        "asked_by_name": named.asked_by_name,
        "received_at": iso(borrowing.received_at),
        "approved_at": iso(borrowing.approved_at),
        "approved_by_name": named.approved_by_name or None,
        "refused_at": iso(borrowing.refused_at),
        "refused_by_name": named.refused_by_name or None,
        "refused_why": borrowing.refused_why,
        "withdrawn_at": iso(borrowing.withdrawn_at),
        "left_on": borrowing.left_on.isoformat() if borrowing.left_on else None,
        "returned_on": borrowing.returned_on.isoformat() if borrowing.returned_on else None,
        "version": borrowing.version,
    }
