"""The calendar a body counts by: what ships with the product, under what its county has loaded or laid over it."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final
from uuid import UUID

import msgspec

from backend.foundation.database import look_up, row, rows
from backend.foundation.datafiles import load_bytes
from backend.foundation.mechanism import load_profile
from backend.foundation.workdays import (
    Calendar,
    Mark,
    Overrides,
    Season,
    Year,
    calendar_for,
    load_calendars,
    read_year,
)

_MOST: Final = 64
FIRST_EDITION: Final = 1
_kept: OrderedDict[tuple[UUID, str], Calendar] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Home:
    """Where a body sits: the calendars of its county, the region it counts by."""

    county: UUID
    region: str


async def home_of(unit: UUID) -> Home:
    """A township body counts by its township's region; a county body by that of the townships it serves."""
    found = await row(
        "SELECT u.county, COALESCE(t.profile, (SELECT s.profile FROM townships s WHERE s.county = u.county "
        "ORDER BY s.code LIMIT 1)) AS profile FROM units u LEFT JOIN townships t ON t.id = u.township WHERE u.id = ?",
        unit,
    )
    if found is None:
        raise LookupError(f"no unit {unit}")
    return Home(found["county"], load_profile(found["profile"]).region)


async def edition_of(county: UUID) -> int:
    """Which edition of the county's calendars is in force."""
    found = await look_up("SELECT MAX(edition) AS edition FROM calendar_editions WHERE county = ?", county)
    return (found and found["edition"]) or FIRST_EDITION


async def calendar_of(county: UUID, region: str, edition: int | None = None) -> Calendar:
    """The calendar in force, or as it was in an earlier edition."""
    wanted = edition if edition is not None else await edition_of(county)
    if wanted == FIRST_EDITION:
        return calendar_for(region)
    # Kept under the edition's own id: the number alone would come again after a change that was rolled back.
    found = await look_up("SELECT id FROM calendar_editions WHERE county = ? AND edition = ?", county, wanted)
    assert found is not None
    key = (found["id"], region)
    if key not in _kept:
        _kept[key] = calendar_for(region, await overrides_of(county, wanted))
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return _kept[key]


async def overrides_of(county: UUID, edition: int) -> Overrides:
    """What the county had loaded and laid over in that edition."""
    in_force = "county = ? AND from_edition <= ? AND (until_edition IS NULL OR until_edition > ?)"
    years = await rows(f"SELECT content FROM calendar_years WHERE {in_force}", county, edition, edition)
    days = await rows(
        f"SELECT on_day, works, why FROM calendar_days WHERE {in_force}", county, edition, edition
    )
    hours = await row(f"SELECT seasons FROM calendar_hours WHERE {in_force}", county, edition, edition)
    return Overrides(
        tuple(year_of(found["content"]) for found in years),
        {found["on_day"]: Mark(bool(found["works"]), found["why"]) for found in days},
        seasons_of(hours["seasons"]) if hours else (),
    )


def seasons_of(text: str) -> tuple[Season, ...]:
    """Office hours as their row keeps them."""
    return msgspec.json.decode(text, type=tuple[Season, ...])


def year_of(content: str) -> Year:
    """A year as its file describes it; raises FileRefused."""
    return load_bytes(content.encode(), read_year)


@cache
def shelf_digest() -> str:
    """Another text for other shipped files: a release may bring a year that was not out before."""
    shelf = load_calendars()
    return sha256(repr((sorted(shelf.years.items()), sorted(shelf.regions.items()))).encode()).hexdigest()[
        :16
    ]
