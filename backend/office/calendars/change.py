"""A change of a county's calendars, before it is made: `applied` is what would lie over them, `days` the first and last day
whose meaning may change, None where no day does. Pure."""

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from backend.foundation.workdays import Mark, Overrides, Season, Year


@dataclass(frozen=True, slots=True)
class YearLoaded:
    """A year from a notice, with the file it becomes."""

    year: Year
    content: str

    def applied(self, before: Overrides) -> Overrides:
        key = (self.year.region, self.year.year)
        kept = tuple(year for year in before.years if (year.region, year.year) != key)
        return replace(before, years=(*kept, self.year))

    @property
    def days(self) -> tuple[date, date]:
        return date(self.year.year - 1, 12, 1), date(self.year.year + 1, 1, 31)


@dataclass(frozen=True, slots=True)
class DaySet:
    """One local day, free or worked."""

    day: date
    works: bool
    why: str
    source: str

    def applied(self, before: Overrides) -> Overrides:
        return replace(before, days=MappingProxyType({**before.days, self.day: Mark(self.works, self.why)}))

    @property
    def days(self) -> tuple[date, date]:
        return self.day, self.day


@dataclass(frozen=True, slots=True)
class DayWithdrawn:
    """A local day is as everywhere again."""

    id: UUID
    day: date

    def applied(self, before: Overrides) -> Overrides:
        kept = {day: mark for day, mark in before.days.items() if day != self.day}
        return replace(before, days=MappingProxyType(kept))

    @property
    def days(self) -> tuple[date, date]:
        return self.day, self.day


@dataclass(frozen=True, slots=True)
class HoursSet:
    """Office hours of the county's own, by season."""

    hours: tuple[Season, ...]

    def applied(self, before: Overrides) -> Overrides:
        return replace(before, hours=self.hours)

    @property
    def days(self) -> None:
        """No end of a limit lies at an hour of the office; only warnings do."""


@dataclass(frozen=True, slots=True)
class HoursWithdrawn:
    """The office hours of the region hold again."""

    def applied(self, before: Overrides) -> Overrides:
        return replace(before, hours=())

    @property
    def days(self) -> None:
        """As above."""


Change = YearLoaded | DaySet | DayWithdrawn | HoursSet | HoursWithdrawn
