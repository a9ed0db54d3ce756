"""执法记录仪 of a township by their number: what a patrol's register of recordings names."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import rows

_RECORDERS = (
    "SELECT e.id, e.number, l.officer FROM equipment e LEFT JOIN equipment_loans l ON l.equipment = e.id AND l.back_at IS NULL "
    "WHERE e.township = ? AND e.kind = 'recorder' ORDER BY e.number"
)


@dataclass(frozen=True, slots=True)
class Recorder:
    """A recorder, and in whose hands it is."""

    id: UUID
    number: str
    holder: UUID | None


async def recorders(township: UUID) -> dict[str, Recorder]:
    """Every one by its number."""
    found = await rows(_RECORDERS, township)
    return {each["number"]: Recorder(each["id"], each["number"], each["officer"]) for each in found}


def carried(known: dict[str, Recorder], people: Collection[UUID]) -> list[str]:
    """Numbers of those that are in the hands of `people`."""
    return [each.number for each in known.values() if each.holder in people]
