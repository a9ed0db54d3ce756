"""Shifts of a published roster, written as they stand once a captain has published the month."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from backend.demo.organisation import officer_id, township_id
from backend.foundation.database import row, rows
from backend.foundation.now import local

LONG_AGO = timedelta(days=40)
_INSERT = "INSERT INTO {table} ({names}) VALUES ({marks})"


async def shift(
    begins: datetime,
    ends: datetime,
    *usernames: str,
    unit: str = "sfz",
    place: str | None = None,
    published: bool = True,
    needs: str = "[]",
    kind: str = "stand_by",
) -> UUID:
    """One shift with these people on it. `place` is a key place's name."""
    shift_id = uuid4()
    where = await row("SELECT id FROM places WHERE name = ?", place) if place else None
    await _put(
        "shifts",
        id=shift_id,
        roster=await _roster(township_id(unit), begins, published=published),
        kind=kind,
        name="市场联合值守",
        place=where["id"] if where else None,
        begins_at=begins,
        ends_at=ends,
        needs=needs,
    )
    for username in usernames:
        await assigned(shift_id, username, begins - LONG_AGO)
    return shift_id


async def assigned(shift_id: UUID, username: str, at: datetime) -> UUID:
    """Somebody more on it, since `at`."""
    assignment = uuid4()
    who = officer_id(username)
    await _put(
        "assignments",
        id=assignment,
        shift=shift_id,
        officer=who,
        origin="hand",
        assigned_by=who,
        assigned_at=at,
    )
    return assignment


async def assignment_of(shift_id: UUID, username: str) -> UUID:
    found = await row(
        "SELECT id FROM assignments WHERE shift = ? AND officer = ?", shift_id, officer_id(username)
    )
    assert found is not None
    held: UUID = found["id"]
    return held


async def _roster(township: UUID, at: datetime, *, published: bool) -> UUID:
    month = local(at).date().replace(day=1)
    found = await row("SELECT id FROM rosters WHERE township = ? AND month = ?", township, month)
    if found:
        held: UUID = found["id"]
        return held
    roster = uuid4()
    said = {"published_at": at - LONG_AGO, "published_by": officer_id("duizhang")} if published else {}
    await _put("rosters", id=roster, township=township, month=month, **said)
    return roster


async def _put(table: str, **values: Any) -> None:
    marks = ", ".join("?" * len(values))
    await rows(_INSERT.format(table=table, names=", ".join(values), marks=marks), *values.values())
