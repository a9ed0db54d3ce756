"""Who walks a patrol of a township now, and where their track has come to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.foundation.database import rows

RUNNING: Final = (
    "p.started_at IS NOT NULL AND p.ended_at IS NULL AND p.cancelled_at IS NULL AND p.filed_at IS NULL"
)
_WALKERS: Final = (
    "SELECT c.officer, c.patrol, o.name, o.phone, u.code AS unit_code, u.name AS unit_name FROM crew c "
    "JOIN patrols p ON p.id = c.patrol JOIN officers o ON o.id = c.officer JOIN units u ON u.id = o.unit "
    f"WHERE p.township = ? AND c.left_at IS NULL AND {RUNNING} ORDER BY p.started_at, u.code, o.username"
)
_ENDS: Final = (
    "SELECT t.officer, t.lat, t.lon, t.accuracy_m, t.at FROM track_points t JOIN (SELECT patrol, officer, MAX(at) AS at "
    "FROM track_points WHERE patrol IN ({marks}) GROUP BY patrol, officer) e "
    "ON e.patrol = t.patrol AND e.officer = t.officer AND e.at = t.at"
)


@dataclass(frozen=True, slots=True)
class Walker:
    """`fix`: lat, lon, accuracy in metres and when, of the end of their own track."""

    officer: UUID
    patrol: UUID
    name: str
    phone: str
    unit_code: str
    unit_name: str
    fix: tuple[float, float, float | None, datetime] | None


async def walking(township: UUID) -> list[Walker]:
    """The crews of everything that runs, paused or not."""
    found = await rows(_WALKERS, township)
    patrols = {entry["patrol"] for entry in found}
    ends = await rows(_ENDS.format(marks=", ".join("?" * len(patrols))), *patrols) if patrols else []
    last = {end["officer"]: (end["lat"], end["lon"], end["accuracy_m"], end["at"]) for end in ends}
    return [Walker(**entry, fix=last.get(entry["officer"])) for entry in found]


async def walks(officer: UUID) -> bool:
    """Whether this person walks a patrol now."""
    found = await rows(
        f"SELECT c.id FROM crew c JOIN patrols p ON p.id = c.patrol WHERE c.officer = ? AND c.left_at IS NULL AND {RUNNING} LIMIT 1",
        officer,
    )
    return bool(found)
