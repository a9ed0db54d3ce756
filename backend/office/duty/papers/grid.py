"""A month as a table: days down, posts across, names in between. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from backend.foundation.now import local
from backend.foundation.workdays import Calendar
from backend.office.duty.queries.shifts import KnownShift
from backend.office.duty.rules.days import month_days
from backend.office.duty.rules.slots import KINDS
from backend.office.places.market import WEEKDAYS

CANCELLED: Final = "取消"
_PLAIN: Final = frozenset({"工作日", "周末"})
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One post at one time of day: 值班, 执法队值班, 镇政府, 20:00—次日08:00."""

    kind: str
    name: str
    place: str
    times: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day: `why` where it is no plain one (国庆节放假, 调休上班), and a cell for each column."""

    day: date
    free: bool
    why: str
    cells: tuple[str, ...]

    @property
    def weekday(self) -> str:
        return WEEKDAYS[str(self.day.isoweekday())]


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole month, also the days on which nobody is asked for."""

    columns: tuple[Column, ...]
    days: tuple[Day, ...]


def grid(month: date, shifts: Sequence[KnownShift], calendar: Calendar) -> Grid:
    """`shifts` by time; posts come in the order of their kinds, then of their hours."""
    cells: dict[Key, dict[date, list[KnownShift]]] = {}
    for shift in shifts:
        cells.setdefault(_key(shift), {}).setdefault(shift.day, []).append(shift)
    keys = sorted(cells, key=lambda key: (list(KINDS).index(key[0]), key[3], key[1:3]))
    columns = tuple(Column(KINDS[kind], name, place, times) for kind, name, place, times in keys)
    days = (_day(day, [cells[key] for key in keys], calendar) for day in month_days(month))
    return Grid(columns, tuple(days))


def times(begins: datetime, ends: datetime) -> str:
    """08:00—14:00, 20:00—次日08:00; 第3日 where it lasts longer."""
    first, last = local(begins), local(ends)
    days = (last.date() - first.date()) // timedelta(days=1)
    later = "" if days == 0 else "次日" if days == 1 else f"第{days + 1}日"
    return f"{first:%H:%M}—{later}{last:%H:%M}"


def people_words(shift: KnownShift) -> str:
    """甲、乙; with the slots' names where there are several: 执法队员：甲、乙；民警：丙. What lacks says so: 缺1人."""
    if shift.cancelled_at is not None:
        return CANCELLED
    told = [(slot.name, _slot_words(shift, index)) for index, slot in enumerate(shift.needs)]
    if len(told) == 1:
        return told[0][1]
    return "；".join(f"{name}：{words}" for name, words in told if words)


def _slot_words(shift: KnownShift, index: int) -> str:
    names = [each.name for each in shift.on(index)]
    return "、".join([*names, f"缺{missing}人"] if (missing := shift.missing(index)) else names)


def _key(shift: KnownShift) -> Key:
    return shift.kind, shift.name, shift.place_name, times(shift.begins_at, shift.ends_at)


def _day(day: date, columns: Iterable[Mapping[date, Sequence[KnownShift]]], calendar: Calendar) -> Day:
    why = calendar.why(day)
    cells = tuple("／".join(people_words(shift) for shift in column.get(day, ())) for column in columns)
    return Day(day, not calendar.is_workday(day), "" if why in _PLAIN else why, cells)
