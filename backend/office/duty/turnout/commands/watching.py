"""Somebody who should stand at a post does not: told once for each assignment, by whichever worker is first."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from backend.foundation.database import row, rows, transaction
from backend.foundation.journal import record
from backend.foundation.leases import give_back, take
from backend.foundation.notify import tell
from backend.foundation.now import local, now
from backend.foundation.preferences import preferences
from backend.office.duty.queries.people import who_oversee
from backend.office.duty.turnout.look import Line, lines_of
from backend.office.duty.turnout.queries.watches import Watch, running_everywhere
from backend.office.duty.turnout.rules.standing import STATES, limits_of

LEASE: Final = timedelta(seconds=30)
NAME: Final = "absences"
_TOLD: Final = "SELECT assignment FROM absences WHERE assignment IN ({marks})"
_TELL: Final = (
    "INSERT INTO absences (id, assignment, noticed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"
)


async def watch() -> int:
    """Every gap nobody was told of yet, unless another worker is at it; how many were told."""
    at = now()
    gaps = await _untold(await _gaps(at))
    if not gaps or not await take(NAME, at, LEASE):
        return 0
    try:
        return sum([await _notice(line, at) for line in gaps])
    finally:
        await give_back(NAME)


async def _gaps(at: datetime) -> list[Line]:
    """By township, for each has its own limits."""
    homes: dict[UUID, list[Watch]] = defaultdict(list)
    for each in await running_everywhere(at):
        homes[each.township].append(each)
    found = []
    for township, watches in homes.items():
        limits = limits_of(await preferences(township))
        found += [line for each in watches for line in lines_of(each, at, limits)]
    return [line for line in found if line.standing.leaves_a_gap]


async def _untold(gaps: list[Line]) -> list[Line]:
    if not gaps:
        return []
    marks = ", ".join("?" * len(gaps))
    told = await rows(_TOLD.format(marks=marks), *(line.holder.id for line in gaps))
    known = {entry["assignment"] for entry in told}
    return [line for line in gaps if line.holder.id not in known]


async def _notice(line: Line, at: datetime) -> bool:
    """False where another worker was faster."""
    shift, holder = line.watch, line.holder
    async with transaction():
        if await row(_TELL, uuid4(), holder.id, at) is None:
            return False
        await tell(
            {holder.officer, *await who_oversee(shift.township)},
            topic="duty",
            about=("shift", shift.id),
            title=f"{holder.name}{STATES[line.standing.state]}：{shift.name}",
            words=f"{shift.place_name} {local(shift.begins_at):%H:%M}—{local(shift.ends_at):%H:%M}，{holder.phone}",
            urgent=True,
        )
        payload = {"username": holder.username, "name": holder.name, "state": line.standing.state}
        record(
            "shift.gap",
            chain=shift.township,
            record=("shift", shift.id),
            by=None,
            payload=payload,
            made_at=at,
        )
    return True
