"""The statutory days off of a year whose notice is not out: what 全国年节及纪念日放假办法 fixes, and nothing guessed.

Thirteen days since 2025, eleven before. One that falls on a weekend is made up for on the next working day (art. 6);
how the weekends around a festival are moved (调休) is not known before the notice, so no working weekend is invented.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from backend.foundation.datafiles import Fault, load_file

CALENDARS: Final = Path(__file__).parent / "calendars"
_THIRTEEN_SINCE: Final = 2025
_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


@cache
def lunar_days() -> Mapping[int, tuple[date, ...]]:
    """Year → 正月初一, 清明, 端午, 中秋."""

    def made(table: dict[str, object]) -> dict[int, tuple[date, ...]]:
        found = {int(year): tuple(days) for year, days in table.items() if isinstance(days, list)}
        if len(found) != len(table):
            raise Fault((), "每一年写四个日期")
        return found

    return load_file(CALENDARS / "festivals.toml", made)


def first_year() -> int:
    return min(lunar_days())


def last_year() -> int:
    return max(lunar_days())


@cache
def statutory_days(year: int) -> Mapping[date, str]:
    """The festival days themselves, by name, without what makes up for them."""
    return {day: name for name, days in _festivals(year) for day in days}


@cache
def substitutes(year: int) -> Mapping[date, str]:
    """补假: for each festival day on a weekend the next working day after the festival."""
    taken = dict(statutory_days(year))
    found: dict[date, str] = {}
    for name, days in _festivals(year):
        owed = sum(day.weekday() >= _SATURDAY for day in days)
        day = days[-1]
        while owed:
            day += _DAY
            if day.weekday() < _SATURDAY and day not in taken:
                taken[day] = found[day] = name
                owed -= 1
    return found


def unsafe(day: date) -> bool:
    """Whether a notice may yet move weekends around that day: near Spring Festival, Labour Day and National Day."""
    spring = lunar_days()[day.year][0]
    around = (
        (spring - 7 * _DAY, spring + 15 * _DAY),
        (date(day.year, 4, 17), date(day.year, 5, 16)),
        (date(day.year, 9, 18), date(day.year, 10, 17)),
    )
    return any(first <= day <= last for first, last in around)


def _festivals(year: int) -> tuple[tuple[str, tuple[date, ...]], ...]:
    spring, bright, dragon, moon = lunar_days()[year]
    thirteen = year >= _THIRTEEN_SINCE
    eve = (spring - _DAY,) if thirteen else ()
    national = tuple(date(year, 10, day) for day in (1, 2, 3))
    # Where the two meet, 中秋 lengthens 国庆 by a day.
    autumn = (
        (("国庆节、中秋节", (*national, date(year, 10, 4))),)
        if moon in national
        else (("中秋节", (moon,)), ("国庆节", national))
    )
    return (
        ("元旦", (date(year, 1, 1),)),
        ("春节", (*eve, spring, spring + _DAY, spring + 2 * _DAY)),
        ("清明节", (bright,)),
        ("劳动节", (date(year, 5, 1), date(year, 5, 2)) if thirteen else (date(year, 5, 1),)),
        ("端午节", (dragon,)),
        *autumn,
    )
