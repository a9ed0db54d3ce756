"""The track of a patrol, read and judged; the caller has made sure the patrol may be seen."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.patrols.rules.sieve import Point, limits
from backend.field.patrols.rules.track import Pause, Track, assess
from backend.foundation.database import batch, row, rows
from backend.foundation.database.access import Row

_POINTS = "SELECT device, seq, at, lat, lon, accuracy_m FROM track_points WHERE patrol = ?{only} ORDER BY device, seq"
_PAUSES = "SELECT paused_at, resumed_at, reason FROM pauses WHERE patrol = ? ORDER BY paused_at"
_SPAN = "SELECT COUNT(*) AS points, MAX(seq) AS last FROM track_points WHERE patrol = ? AND device = ?"
_FIRST_END = (
    "SELECT MIN(t.seq) AS last FROM track_points t WHERE t.patrol = ? AND t.device = ? AND NOT EXISTS "
    "(SELECT 1 FROM track_points n WHERE n.patrol = t.patrol AND n.device = t.device AND n.seq = t.seq + 1)"
)
_BEGINS = "SELECT 1 AS there FROM track_points WHERE patrol = ? AND device = ? AND seq = 0"
_UNMEASURED = (
    "SELECT p.id FROM patrols p WHERE p.filed_at IS NULL AND p.cancelled_at IS NULL AND p.started_at IS NOT NULL "
    "AND p.measured_fixes <> (SELECT COUNT(*) FROM track_points t WHERE t.patrol = p.id AND NOT t.late)"
)
NOTHING = -1


@dataclass(frozen=True, slots=True)
class Judged:
    """A track with how many fixes it was judged from."""

    track: Track
    fixes: int

    @property
    def length_m(self) -> float:
        return self.track.length_m


async def judged_track(
    patrol_id: UUID, at: datetime, settings: dict[str, int], *, late_too: bool = True
) -> Judged:
    """All fixes held, judged by the township's limits. `late_too`: with those that came after the filing.

    Judged in a thread: a long day has thousands of fixes, and every other request would wait for them.
    """
    only = "" if late_too else " AND NOT late"
    points, pauses = await batch([(_POINTS.format(only=only), [patrol_id]), (_PAUSES, [patrol_id])])
    return Judged(await asyncio.to_thread(_assess, points, pauses, at, settings), len(points))


async def count_fixes(patrol_id: UUID) -> int:
    """How many fixes count for the record as filed."""
    found = await row("SELECT COUNT(*) AS fixes FROM track_points WHERE patrol = ? AND NOT late", patrol_id)
    return int(found["fixes"]) if found else 0


async def unmeasured() -> list[UUID]:
    """Open patrols whose length was not measured from all the fixes held."""
    return [patrol["id"] for patrol in await rows(_UNMEASURED)]


async def version_of(patrol_id: UUID) -> int:
    found = await row("SELECT version FROM patrols WHERE id = ?", patrol_id)
    return int(found["version"]) if found else 0


async def held(patrol_id: UUID, device: UUID) -> int:
    """The highest seq up to which nothing of the device is missing; -1 where even the first fix is."""
    span = await row(_SPAN, patrol_id, device)
    if span is None or not span["points"]:
        return NOTHING
    if span["points"] == span["last"] + 1:
        return int(span["last"])
    if await row(_BEGINS, patrol_id, device) is None:
        return NOTHING
    first_end = await row(_FIRST_END, patrol_id, device)
    assert first_end is not None
    return int(first_end["last"])


def _assess(points: Sequence[Row], pauses: Sequence[Row], at: datetime, settings: dict[str, int]) -> Track:
    declared = [Pause(entry["paused_at"], entry["resumed_at"], entry["reason"]) for entry in pauses]
    return assess((Point(**entry) for entry in points), at, declared, limits(settings))
