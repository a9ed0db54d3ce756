"""作息时间: when the offices of a region open and close, by season. Beijing time everywhere."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from backend.foundation.datafiles import TOP, Fault, read
from backend.foundation.now import CHINA

_SINCE: Final = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_SPAN: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Season:
    """Hours in force from `since` (month-day) until the next season begins; `spans` as 10:00-14:00, in order."""

    name: str
    since: str
    spans: tuple[str, ...]
    source: str = ""

    @property
    def opens(self) -> time:
        return time.fromisoformat(self.spans[0][:5])


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A region that has a calendar of its own, with its office hours; none: those of the region above it."""

    name: str
    hours: tuple[Season, ...] = ()

    def season(self, day: date) -> Season:
        """The season the day lies in; before the first of the year it is the last of the year before."""
        begun = [season for season in self.hours if season.since <= f"{day:%m-%d}"]
        return max(begun or self.hours, key=lambda season: season.since)

    def opening(self, day: date) -> datetime:
        """The first working hour of the day."""
        return datetime.combine(day, self.season(day).opens, CHINA)


def read_region(tables: dict[str, Any]) -> Region:
    """The region a file describes; raises Fault."""
    region = read(Region, tables, TOP)
    for index, season in enumerate(region.hours):
        place = ("hours", index)
        if not _SINCE.fullmatch(season.since):
            raise Fault((*place, "since"), f"“{season.since}”应当是月-日，如 05-01")
        if not season.spans or not all(_is_span(span) for span in season.spans):
            raise Fault((*place, "spans"), "时段写成 10:00-14:00，先早后晚")
        if list(season.spans) != sorted(season.spans):
            raise Fault((*place, "spans"), "时段按先后排列")
    return region


def _is_span(span: str) -> bool:
    return bool(_SPAN.fullmatch(span)) and span[:5] < span[6:]
