"""农历: which day of its lunar month a day is, for market days that go by 逢三逢八."""

from bisect import bisect_right
from datetime import date
from functools import cache

from backend.foundation.datafiles import Fault, load_file
from backend.foundation.workdays.festivals import CALENDARS

_LONGEST = 30


@cache
def new_moons() -> tuple[date, ...]:
    """初一 of every lunar month the product knows, in order."""

    def made(table: dict[str, object]) -> tuple[date, ...]:
        found = [day for days in table.values() if isinstance(days, list) for day in days]
        if found != sorted(found) or not all(isinstance(day, date) for day in found):
            raise Fault((), "每一年写它的各个初一，按先后")
        return tuple(found)

    return load_file(CALENDARS / "moons.toml", made)


def lunar_day(day: date) -> int:
    """1 (初一) to 30. LookupError outside of the years that are known."""
    moons = new_moons()
    at = bisect_right(moons, day)
    found = (day - moons[at - 1]).days + 1 if at else 0
    if not 1 <= found <= _LONGEST:
        raise LookupError(f"no lunar calendar for {day}")
    return found
