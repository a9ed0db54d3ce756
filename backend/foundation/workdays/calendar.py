"""One region's working days: the nation's calendar with everything laid over it that the region adds or takes away.

Counting asks for a year's table: built once, then every question is an index into a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Final, NamedTuple

from backend.foundation.now import CHINA
from backend.foundation.workdays.festivals import first_year, last_year, statutory_days, substitutes
from backend.foundation.workdays.hours import Region, Season
from backend.foundation.workdays.shelf import chain, load_calendars
from backend.foundation.workdays.terms import Uncountable
from backend.foundation.workdays.years import Mark, Year

_LAST_SECOND: Final = time(23, 59, 59)
_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)
WORKDAY, WEEKEND = Mark(True, "工作日"), Mark(False, "周末")


class Due(NamedTuple):
    """When a limit ends: `at` as shown (23:59:59 of its last day, or the very moment for hours), `late_from` the
    first moment that is late. `provisional`: a notice that is not out yet may move it."""

    at: datetime
    late_from: datetime
    provisional: bool


class Table:
    """One year, day by day: `before[n]` working days lie before day n (0 is 1 January, the last entry the whole year)."""

    __slots__ = ("before", "days", "dues", "first", "marks", "published", "total")

    def __init__(self, year: int, marks: Mapping[date, Mark], *, published: bool) -> None:
        self.first = date(year, 1, 1).toordinal()
        self.published = published
        length = date(year + 1, 1, 1).toordinal() - self.first
        self.days = [date.fromordinal(self.first + n) for n in range(length)]
        self.marks = [marks.get(day) or _plain(day) for day in self.days]
        self.before = [0]
        for mark in self.marks:
            self.before.append(self.before[-1] + mark.works)
        self.total = self.before[-1]
        self.dues = [
            end_of(day, provisional=not published)
            for day, mark in zip(self.days, self.marks, strict=True)
            if mark.works
        ]


@dataclass(frozen=True)
class Overrides:
    """What an administrator has laid over the shipped files: `years` replace files, `days` are single local days, `hours`
    the county's own office hours, where it has set any."""

    years: tuple[Year, ...] = ()
    days: Mapping[date, Mark] = field(default_factory=lambda: MappingProxyType({}))
    hours: tuple[Season, ...] = ()


NOTHING: Final = Overrides()


@dataclass(frozen=True, eq=False)
class Calendar:
    """The working days of `region`. `files` hold each region of its chain, the widest first; `local` lies over all."""

    region: str
    files: tuple[Mapping[int, Year], ...]
    seasons: Region
    local: Mapping[date, Mark]
    _tables: dict[int, Table] = field(default_factory=dict, repr=False)

    def is_workday(self, day: date) -> bool:
        return self._mark(day).works

    def why(self, day: date) -> str:
        """工作日, 周末, 国庆节放假, 调休上班（国庆节）."""
        return self._mark(day).why

    def published(self, year: int) -> bool:
        """Whether every notice that makes up the year is out and loaded."""
        return all(year in years and years[year].published for years in self.files)

    def opening(self, day: date) -> datetime:
        """The first working hour of the day."""
        return self.seasons.opening(day)

    def workdays(self, after: date, through: date) -> int:
        """How many working days lie after one day and up to another; negative the other way round."""
        if through < after:
            return -self.workdays(through, after)
        whole = sum(self.table(year).total for year in range(after.year, through.year))
        return whole + self._through(through) - self._through(after)

    def workday(self, day: date, count: int) -> date:
        """The `count`th working day after `day`; before it where negative. 0 is the day itself."""
        step = _DAY if count > 0 else -_DAY
        while count:
            day += step
            count -= (1 if count > 0 else -1) * self.is_workday(day)
        return day

    def notices(self, year: int) -> tuple[Year, ...]:
        """The notices the year rests on."""
        return tuple(years[year] for years in self.files if year in years)

    @cached_property
    def version(self) -> str:
        """Another text for other content: CN-XJ@3f9c0b1d4a22."""
        told = [sorted(years.items()) for years in self.files], sorted(self.local.items()), self.seasons
        return f"{self.region}@{sha256(repr(told).encode()).hexdigest()[:12]}"

    def table(self, year: int) -> Table:
        """The year's table; raises Uncountable outside the years whose festivals are known."""
        found = self._tables.get(year)
        if found is None:
            if not first_year() <= year <= last_year():
                raise Uncountable(f"只能计算{first_year()}年到{last_year()}年的日期")
            found = self._tables[year] = Table(year, self._marks(year), published=self.published(year))
        return found

    def _mark(self, day: date) -> Mark:
        table = self.table(day.year)
        return table.marks[day.toordinal() - table.first]

    def _through(self, day: date) -> int:
        """Working days of the day's year up to and including it."""
        table = self.table(day.year)
        return table.before[day.toordinal() - table.first + 1]

    def _marks(self, year: int) -> dict[date, Mark]:
        """Wide regions first, so that what lies nearer wins; a notice may speak of its neighbouring years."""
        found: dict[date, Mark] = {}
        for depth, years in enumerate(self.files):
            if depth == 0 and year not in years:
                found |= _unpublished(year)
            for near in (year - 1, year + 1, year):
                if near in years:
                    found |= {day: mark for day, mark in years[near].marks().items() if day.year == year}
        return found | {day: mark for day, mark in self.local.items() if day.year == year}


def calendar_for(region: str, overrides: Overrides = NOTHING) -> Calendar:
    """The calendar of a region; raises Uncountable for a region nobody knows."""
    return _shipped(region) if overrides is NOTHING else _assembled(region, overrides)


def end_of(day: date, *, provisional: bool) -> Due:
    """The end of a whole day."""
    midnight = datetime.combine(day + _DAY, time(), CHINA)
    return Due(datetime.combine(day, _LAST_SECOND, CHINA), midnight, provisional)


@lru_cache(maxsize=64)
def _shipped(region: str) -> Calendar:
    return _assembled(region, NOTHING)


def _assembled(region: str, overrides: Overrides) -> Calendar:
    shelf, codes = load_calendars(), chain(region)
    years = {**shelf.years} | {(year.region, year.year): year for year in overrides.years}
    known = [code for code in codes if code in shelf.regions or any(code == at for at, _ in years)]
    files = tuple({year: found for (at, year), found in years.items() if at == code} for code in known)
    seasons = next(
        shelf.regions[code] for code in reversed(codes) if code in shelf.regions and shelf.regions[code].hours
    )
    if overrides.hours:
        seasons = replace(seasons, hours=overrides.hours)
    return Calendar(region, files, seasons, overrides.days)


def _plain(day: date) -> Mark:
    return WEEKEND if day.weekday() >= _SATURDAY else WORKDAY


def _unpublished(year: int) -> dict[date, Mark]:
    festivals = {day: Mark(False, f"{name}放假") for day, name in statutory_days(year).items()}
    return festivals | {day: Mark(False, f"{name}补假") for day, name in substitutes(year).items()}
