"""Changing a county's calendars: looked at first, then made, then every open limit counted anew."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import msgspec

from backend.foundation.clocks.calendars import edition_of, overrides_of, seasons_of
from backend.foundation.clocks.editions import new_edition
from backend.foundation.clocks.queries import clocks_where
from backend.foundation.clocks.recount import move_to, recount_county
from backend.foundation.database import UniqueBroken, execute, row, rows, transaction
from backend.foundation.journal import record
from backend.foundation.now import CHINA
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.workdays import Season, calendar_for
from backend.office.calendars.change import Change, DaySet, DayWithdrawn, HoursSet, YearLoaded
from backend.office.calendars.queries import Standing
from backend.office.calendars.shifts import Shift, shifts

BATCH: Final = 1_000
_FIRST: Final = UUID(int=0)
_MOVABLE = (
    "c.county = ? AND c.met_at IS NULL AND c.cancelled_at IS NULL AND c.late_from > ? AND c.counted_from < ? AND c.id > ? "
    "ORDER BY c.id LIMIT ?"
)
_LOADED = (
    "SELECT id, content FROM calendar_years WHERE county = ? AND region = ? AND calendar_year = ? "
    "AND until_edition IS NULL"
)
_SET = "SELECT id, works, why, source FROM calendar_days WHERE county = ? AND on_day = ? AND until_edition IS NULL"
_HOURS = "SELECT id, seasons FROM calendar_hours WHERE county = ? AND until_edition IS NULL"
_END_HOURS = "UPDATE calendar_hours SET until_edition = ? WHERE id = ?"
_END_YEAR = "UPDATE calendar_years SET until_edition = ? WHERE id = ?"
_END_DAY = "UPDATE calendar_days SET until_edition = ? WHERE id = ? AND until_edition IS NULL RETURNING id"


async def preview(standing: Standing, change: Change, at: datetime) -> list[Shift]:
    """What the change would move among the county's open limits; nothing is written."""
    if change.days is None:
        return []
    overrides = change.applied(await overrides_of(standing.county, standing.edition))
    first, last = change.days
    touched = _midnight(first), _midnight(last + timedelta(days=1))
    moves, after = [], _FIRST
    while found := await clocks_where(_MOVABLE, standing.county, *touched, after, BATCH):
        calendars = {region: calendar_for(region, overrides) for region in {clock.region for clock in found}}
        moves += [move_to(clock, calendars[clock.region], at) for clock in found]
        after = found[-1].id
    return shifts(move for move in moves if move.moved)


async def make(person: Person, standing: Standing, change: Change, at: datetime) -> list[Shift]:
    """Make the change and count every open limit of the county anew; refuses `changed_elsewhere` when the calendars are
    no longer what was seen. What stands there already changes nothing."""
    try:
        async with transaction():
            if await edition_of(standing.county) != standing.edition:
                raise Refusal("changed_elsewhere")
            told = await _write(person, standing.county, change, at)
            if told is None:
                return []
            kind, payload = told
            record(
                kind, chain=person.chain, record=("calendar", standing.county), by=person.id, payload=payload
            )
    except UniqueBroken:
        raise Refusal("changed_elsewhere") from None
    return shifts(await recount_county(standing.county, at))


async def _write(
    person: Person, county: UUID, change: Change, at: datetime
) -> tuple[str, dict[str, Any]] | None:
    """The event that was written, None where nothing differs."""
    if isinstance(change, YearLoaded):
        return await _load(person, county, change, at)
    if isinstance(change, DaySet):
        return await _set(person, county, change, at)
    if isinstance(change, DayWithdrawn):
        return await _withdraw(county, change, at)
    return await _set_hours(person, county, change.hours if isinstance(change, HoursSet) else (), at)


async def _load(
    person: Person, county: UUID, change: YearLoaded, at: datetime
) -> tuple[str, dict[str, Any]] | None:
    year = change.year
    before = await row(_LOADED, county, year.region, year.year)
    if before and before["content"] == change.content:
        return None
    edition = await new_edition(county, at)
    if before:
        await rows(_END_YEAR, edition, before["id"])
    await execute(
        "INSERT INTO calendar_years (id, county, region, calendar_year, content, from_edition, loaded_by, loaded_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        uuid4(), county, year.region, year.year, change.content, edition, person.id, at,
    )  # fmt: skip
    told = {
        "region": year.region,
        "year": year.year,
        "status": year.status,
        "notice": year.notice or year.title,
    }
    return "calendar.loaded", told | {"again": before is not None}


async def _set(
    person: Person, county: UUID, change: DaySet, at: datetime
) -> tuple[str, dict[str, Any]] | None:
    before = await row(_SET, county, change.day)
    said = (change.works, change.why, change.source)
    if before and (bool(before["works"]), before["why"], before["source"]) == said:
        return None
    edition = await new_edition(county, at)
    if before:
        await rows(_END_DAY, edition, before["id"])
    await execute(
        "INSERT INTO calendar_days (id, county, on_day, works, why, source, from_edition, set_by, set_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        uuid4(), county, change.day, *said, edition, person.id, at,
    )  # fmt: skip
    told = {"day": change.day, "works": change.works, "why": change.why, "source": change.source}
    return "calendar.day_set", told


async def _withdraw(county: UUID, change: DayWithdrawn, at: datetime) -> tuple[str, dict[str, Any]] | None:
    edition = await new_edition(county, at)
    if not await execute(_END_DAY, edition, change.id):
        raise Refusal("changed_elsewhere")
    return "calendar.day_withdrawn", {"day": change.day}


async def _set_hours(
    person: Person, county: UUID, hours: tuple[Season, ...], at: datetime
) -> tuple[str, dict[str, Any]] | None:
    """Without any the region's hold again."""
    before = await row(_HOURS, county)
    if (seasons_of(before["seasons"]) if before else ()) == hours:
        return None
    edition = await new_edition(county, at)
    if before:
        await rows(_END_HOURS, edition, before["id"])
    if not hours:
        return "calendar.hours_withdrawn", {}
    await execute(
        "INSERT INTO calendar_hours (id, county, seasons, from_edition, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?)",
        uuid4(), county, msgspec.json.encode(hours).decode(), edition, person.id, at,
    )  # fmt: skip
    return "calendar.hours_set", {"seasons": msgspec.to_builtins(hours)}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)
