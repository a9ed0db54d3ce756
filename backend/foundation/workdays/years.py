"""One region's working-day calendar of one year, as its notice says it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final, Literal, NamedTuple

from backend.foundation.datafiles import TOP, Fault, Place, read
from backend.foundation.workdays.festivals import first_year, last_year, statutory_days

Status = Literal["published", "provisional"]

_LONGEST: Final = 31  # days off in a row; a longer one is a slip of the finger
_DAY: Final = timedelta(days=1)


class Mark(NamedTuple):
    """What a calendar says of one day that is not what its weekday says."""

    works: bool
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Holiday:
    """`off` to `until` are days off (one day without `until`), `work` the days worked instead (调休上班)."""

    name: str
    off: date | None = None
    until: date | None = None
    work: tuple[date, ...] = ()

    def days_off(self) -> Iterator[date]:
        if self.off is not None:
            yield from (self.off + n * _DAY for n in range(((self.until or self.off) - self.off).days + 1))


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """`region` is CN or what lies over it (CN-XJ); `notice` the number of the notice, `issued` its date.

    Days may lie in the neighbouring years too: the notice for 2023 begins on 2022-12-31.
    """

    region: str
    year: int
    status: Status
    title: str
    notice: str = ""
    issued: date | None = None
    url: str = ""
    holidays: tuple[Holiday, ...] = field(default=())

    @property
    def published(self) -> bool:
        return self.status == "published"

    def marks(self) -> Mapping[date, Mark]:
        """Every day the file speaks of."""
        off = {
            day: Mark(False, f"{holiday.name}放假") for holiday in self.holidays for day in holiday.days_off()
        }
        work = {
            day: Mark(True, f"调休上班（{holiday.name}）")
            for holiday in self.holidays
            for day in holiday.work
        }
        return off | work


def read_year(tables: dict[str, Any]) -> Year:
    """The year a file describes; raises Fault."""
    found = read(Year, tables, TOP)
    check_year(found)
    return found


def check_year(found: Year) -> None:
    """Raise the first Fault: a day both off and on, days of another year, a published year that lacks a festival."""
    if not first_year() <= found.year <= last_year():
        raise Fault(("year",), f"只能核对{first_year()}年到{last_year()}年的节日")
    seen: dict[date, str] = {}
    for index, holiday in enumerate(found.holidays):
        place = ("holidays", index)
        _check_holiday(holiday, place)
        for key, days in (("off", tuple(holiday.days_off())), ("work", holiday.work)):
            for day in days:
                _check_day(found, day, (*place, key))
                if day in seen:
                    raise Fault((*place, key), _twice(day, seen[day], key))
                seen[day] = key
    if found.published:
        _check_published(found)


def _check_holiday(holiday: Holiday, place: Place) -> None:
    if holiday.until is not None and (holiday.off is None or holiday.until < holiday.off):
        raise Fault((*place, "until"), "until 早于 off，或者没有 off")
    if holiday.off is None and not holiday.work:
        raise Fault(place, f"“{holiday.name}”既没有放假也没有上班的日子")
    if len(list(holiday.days_off())) > _LONGEST:
        raise Fault((*place, "until"), f"连续放假超过{_LONGEST}天，日期可能写错")


def _check_day(found: Year, day: date, place: Place) -> None:
    if not date(found.year - 1, 12, 1) <= day <= date(found.year + 1, 1, 31):
        raise Fault(place, f"{day} 不是{found.year}年的日子")
    if found.region == "CN" and place[-1] == "work" and day.isoweekday() <= 5:  # noqa: PLR2004 — Friday
        raise Fault(place, f"{day} 不是周末，本来就上班")


def _twice(day: date, before: str, now: str) -> str:
    if before != now:
        return f"{day} 既写了放假（off）又写了上班（work）"
    return f"{day} 写了两次"


def _check_published(found: Year) -> None:
    if not found.title:
        raise Fault(("title",), "已公布的年份要写明通知的标题 title")
    if found.region != "CN":
        return
    if not found.notice or found.issued is None:
        raise Fault(("status",), "已公布的年份要写明文号 notice 和公布日期 issued；还没公布的写 provisional")
    marks = found.marks()
    for day, name in statutory_days(found.year).items():
        if day not in marks or marks[day].works:
            raise Fault(("holidays", 0), f"缺少 {day}（{name}）：法定节日没有放假")
