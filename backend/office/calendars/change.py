"""A change of a county's calendars, before it is made: `applied` is what would lie over them, `days` the first and last day
whose meaning may change. Pure."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from backend.foundation.workdays import Mark, Overrides, Year


@dataclass(frozen=True, slots=True)
class YearLoaded:
    """A year from a notice, with the file it becomes."""

    year: Year
    content: str

    def applied(self, before: Overrides) -> Overrides:
        key = (self.year.region, self.year.year)
        kept = tuple(year for year in before.years if (year.region, year.year) != key)
        return Overrides((*kept, self.year), before.days)

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
        return Overrides(
            before.years, MappingProxyType({**before.days, self.day: Mark(self.works, self.why)})
        )

    @property
    def days(self) -> tuple[date, date]:
        return self.day, self.day


@dataclass(frozen=True, slots=True)
class DayWithdrawn:
    """A local day is as everywhere again."""

    id: UUID
    day: date

    def applied(self, before: Overrides) -> Overrides:
        return Overrides(
            before.years,
            MappingProxyType({day: mark for day, mark in before.days.items() if day != self.day}),
        )

    @property
    def days(self) -> tuple[date, date]:
        return self.day, self.day


Change = YearLoaded | DaySet | DayWithdrawn
