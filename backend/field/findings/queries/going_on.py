"""Violations that were recorded as going on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from backend.foundation.database import rows

LATELY: Final = timedelta(days=3)  # nobody records that one has ended: older ones say nothing about today
MOST: Final = 40
_GOING_ON: Final = (
    "SELECT f.id, f.patrol, f.category, f.address, f.lat, f.lon, f.found_at, p.title AS patrol_title FROM findings f "
    "JOIN patrols p ON p.id = f.patrol WHERE p.township = ? AND f.ongoing AND f.removed_at IS NULL AND f.found_at >= ? "
    "ORDER BY f.found_at DESC, f.id LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class GoingOn:
    """One of them; without a position where none was taken."""

    id: UUID
    patrol: UUID
    category: str
    address: str
    lat: float | None
    lon: float | None
    found_at: datetime
    patrol_title: str

    @property
    def url(self) -> str:
        return f"/patrols/{self.patrol}/findings/{self.id}"


async def going_on(township: UUID, at: datetime) -> list[GoingOn]:
    """Of the last days, the latest first."""
    return [GoingOn(**entry) for entry in await rows(_GOING_ON, township, at - LATELY, MOST)]
