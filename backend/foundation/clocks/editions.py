"""The numbered states of a county's calendars: every change is a new one, and clocks know by which they were counted."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.foundation.clocks.calendars import FIRST_EDITION, edition_of, shelf_digest
from backend.foundation.database import UniqueBroken, rows, transaction

_BEGIN = "INSERT INTO calendar_editions (id, county, edition, shelf, begun_at) VALUES (?, ?, ?, ?, ?)"
_LATEST = (
    "SELECT c.id AS county, e.edition, e.shelf FROM counties c LEFT JOIN calendar_editions e ON e.county = c.id "
    "AND e.edition = (SELECT MAX(l.edition) FROM calendar_editions l WHERE l.county = c.id)"
)


async def new_edition(county: UUID, at: datetime) -> int:
    """The next number, inside the caller's transaction; raises UniqueBroken when somebody else changes at this moment."""
    edition = await edition_of(county) + 1
    await rows(_BEGIN, uuid4(), county, edition, shelf_digest(), at)
    return edition


async def note_shelf(at: datetime) -> list[UUID]:
    """After a release that ships other calendar files every county begins a new edition; answers those counties.

    A county seen for the first time only has its first state noted.
    """
    renewed = []
    for found in await rows(_LATEST):
        if found["shelf"] == shelf_digest():
            continue
        edition = FIRST_EDITION if found["edition"] is None else found["edition"] + 1
        try:
            async with transaction():
                await rows(_BEGIN, uuid4(), found["county"], edition, shelf_digest(), at)
        except UniqueBroken:  # another worker starts at this moment
            continue
        if edition != FIRST_EDITION:
            renewed.append(found["county"])
    return renewed
