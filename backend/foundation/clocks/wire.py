"""A clock as the API answers it, the same wherever it appears. All times at +08:00."""

from datetime import datetime
from typing import Any

from backend.foundation.clocks.clock import Clock
from backend.foundation.now import local


def clock_json(clock: Clock, at: datetime) -> dict[str, Any]:
    """With how it stands `at` that moment, and the days it was counted through."""
    return {
        "id": str(clock.id),
        "rule": clock.rule,
        "name": clock.name,
        "start": _iso(clock.started_at),
        "counted_from": _iso(clock.counted_from),
        "due": _iso(clock.due_at),
        "met_at": _iso(clock.met_at),
        "cancelled_at": _iso(clock.cancelled_at),
        "state": clock.state(at),
        "owed_by": clock.owed_by.code,
        "awaited_by": clock.awaited_by.code if clock.awaited_by else None,
        "responsible": clock.responsible.code if clock.responsible else None,
        "provisional": clock.provisional,
        "origin": clock.origin,
        "says": clock.says,
        "basis": clock.basis,
        "region": clock.region,
        "trace": [
            {"date": day.date.isoformat(), "counted": day.counted, "why": day.why} for day in clock.trace
        ],
    }


def _iso(moment: datetime | None) -> str | None:
    return local(moment).isoformat() if moment else None
