"""The calendars of an administrator's county, and which of its years nobody has loaded yet."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from backend.foundation.clocks.calendars import FIRST_EDITION, calendar_of, seasons_of
from backend.foundation.database import look_up, row, rows
from backend.foundation.database.access import Row, Statement
from backend.foundation.mechanism import load_profile
from backend.foundation.now import local
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.workdays import Calendar, Season, chain

_STANDING = (
    "SELECT profile, (SELECT MAX(edition) FROM calendar_editions e WHERE e.county = t.county) AS edition "
    "FROM townships t WHERE county = ? ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END, code LIMIT 1"
)
# The State Council's notice comes out in November or December of the year before.
EXPECTED_FROM: Final = 11


@dataclass(frozen=True, slots=True)
class LocalDay:
    """A day the county has made free or worked itself."""

    id: UUID
    on_day: date
    works: bool
    why: str
    source: str
    set_by: str
    set_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """The county's calendars as they stand; `seen` names that state and is another one after any change."""

    county: UUID
    region: str
    edition: int
    calendar: Calendar

    @property
    def seen(self) -> str:
        return str(self.edition)

    def as_of(self, edition: int | None) -> "Standing":
        """The state a page was drawn from; one nobody has seen where the page does not say."""
        return replace(self, edition=edition or 0)

    @property
    def regions(self) -> tuple[str, ...]:
        """Whose notices may be loaded: the nation's and those of the region."""
        return chain(self.region)


def asked(person: Person) -> Statement:
    """What `stood` takes the answer of."""
    return _STANDING, [person.county_id, person.township_id]


async def standing(person: Person) -> Standing:
    """By the region of the person's township, or of the first one of their county."""
    sql, args = asked(person)
    found = await look_up(sql, *args)
    return await stood(person, [found] if found else [])


async def stood(person: Person, found: list[Row]) -> Standing:
    """Refuses `not_found` in a county without townships."""
    if not found:
        raise Refusal("not_found")
    region, edition = load_profile(found[0]["profile"]).region, found[0]["edition"] or FIRST_EDITION
    return Standing(person.county_id, region, edition, await calendar_of(person.county_id, region, edition))


async def local_days(county: UUID) -> list[LocalDay]:
    """Those in force, the latest first."""
    found = await rows(
        "SELECT d.id, d.on_day, d.works, d.why, d.source, o.name AS set_by, d.set_at FROM calendar_days d "
        "LEFT JOIN officers o ON o.id = d.set_by WHERE d.county = ? AND d.until_edition IS NULL ORDER BY d.on_day DESC",
        county,
    )
    return [
        LocalDay(**{**day, "works": bool(day["works"]), "set_by": day["set_by"] or "系统"}) for day in found
    ]


async def local_hours(county: UUID) -> tuple[Season, ...]:
    """The county's own office hours, if it has set any."""
    found = await row("SELECT seasons FROM calendar_hours WHERE county = ? AND until_edition IS NULL", county)
    return seasons_of(found["seasons"]) if found else ()


def missing_year(calendar: Calendar, at: datetime) -> int | None:
    """The year whose notice ought to be loaded: this one, or from 1 November the next one; None while none is missing."""
    today = local(at).date()
    if not calendar.published(today.year):
        return today.year
    due = today.month >= EXPECTED_FROM and not calendar.published(today.year + 1)
    return today.year + 1 if due else None
