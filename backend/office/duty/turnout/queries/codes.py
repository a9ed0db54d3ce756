"""The code that hangs at a place. Who knows one stands at the place, so only those who look after them see them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.foundation.database import row, rows

_PLACE: Final = (
    "SELECT l.id, l.name, l.radius_m, c.id AS code, c.made_at FROM places l LEFT JOIN place_codes c "
    "ON c.place = l.id AND c.ended_at IS NULL WHERE l.township = ? AND l.active"
)


@dataclass(frozen=True, slots=True)
class CodedPlace:
    """A key place; `code` is None where none has been made yet."""

    id: UUID
    name: str
    radius_m: int
    code: UUID | None
    made_at: datetime | None


async def coded_places(township: UUID | None) -> list[CodedPlace]:
    return [CodedPlace(**entry) for entry in await rows(f"{_PLACE} ORDER BY l.name", township)]


async def coded_place(township: UUID | None, place_id: UUID) -> CodedPlace | None:
    """None to a stranger."""
    found = await row(f"{_PLACE} AND l.id = ?", township, place_id)
    return CodedPlace(**found) if found else None


async def place_of_code(township: UUID | None, code: UUID) -> CodedPlace | None:
    """The place a valid code hangs at, to people of its township."""
    found = await row(f"{_PLACE} AND c.id = ?", township, code)
    return CodedPlace(**found) if found else None
