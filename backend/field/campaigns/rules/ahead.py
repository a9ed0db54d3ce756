"""事前检查: the festivals and market days (街天) of the next weeks, and which of them a check is planned for. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal
from uuid import UUID

from backend.foundation.workdays import Calendar
from backend.office.places.market import is_market_day, market_words

DAYS: Final = 30
# A check before a festival may lie this many days before it; before a market day the day before, or early that morning.
_BEFORE: Final = {"festival": 7, "market": 1}
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MarketPlace:
    """A key place with market days, as `office.places.market` writes them."""

    id: UUID
    name: str
    market_days: str


@dataclass(frozen=True, slots=True)
class Check:
    """A patrol of kind 事前巡查 that is planned or was walked."""

    patrol: UUID
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """A festival or a market day; `why` is what it rests on, `check` the patrol that is there for it."""

    kind: Literal["festival", "market"]
    name: str
    first: date
    last: date
    why: str
    check: Check | None = None

    @property
    def best_day(self) -> date:
        """When a check is proposed: the day before."""
        return self.first - _DAY

    @property
    def title(self) -> str:
        return f"{self.name}事前检查"


def occasions(calendar: Calendar, places: Sequence[MarketPlace], today: date) -> list[Occasion]:
    """Those that begin after today, by their day; on one day festivals first."""
    found = [*_festivals(calendar, today), *_markets(places, today)]
    return sorted(found, key=lambda each: (each.first, each.kind, each.name))


def with_checks(found: Iterable[Occasion], checks: Sequence[Check]) -> list[Occasion]:
    """Each with the first check that lies close enough before it; of several markets on a day only the one it names."""
    given = list(found)
    return [replace(each, check=_check(each, given, checks)) for each in given]


def _check(occasion: Occasion, given: Sequence[Occasion], checks: Sequence[Check]) -> Check | None:
    begins = occasion.first - _BEFORE[occasion.kind] * _DAY
    near = [each for each in checks if begins <= each.day <= occasion.first]
    alone = sum(each.kind == "market" and each.first == occasion.first for each in given) <= 1
    if occasion.kind == "market" and not alone:
        near = [each for each in near if occasion.name.removesuffix("街天") in each.words]
    return min(near, key=lambda each: each.day, default=None)


def _festivals(calendar: Calendar, today: date) -> Iterator[Occasion]:
    """Days off that are no mere weekend, run together by their name; one that has begun is past checking."""
    spans: dict[str, list[date]] = {}
    for day in _days(today):
        why = calendar.why(day)
        if not calendar.is_workday(day) and why != "周末":
            spans.setdefault(why.removesuffix("放假").removesuffix("补假"), []).append(day)
    for name, days in spans.items():
        if calendar.is_workday(today) or not calendar.why(today).startswith(name):
            yield Occasion("festival", name, days[0], days[-1], f"放假{(days[-1] - days[0]).days + 1}天")


def _markets(places: Sequence[MarketPlace], today: date) -> Iterator[Occasion]:
    for place in places:
        for day in _days(today):
            if is_market_day(place.market_days, day):
                yield Occasion("market", f"{place.name}街天", day, day, market_words(place.market_days))


def _days(today: date) -> Iterator[date]:
    return (today + number * _DAY for number in range(1, DAYS + 1))
