"""What a limit's own page tells: how it stands, on what it rests, and every day of its count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from backend.desk.deadlines.folding import Row, fold
from backend.foundation.clocks import Clock, Shown, shown
from backend.foundation.now import local
from backend.foundation.web.words import zh_date, zh_datetime, zh_time
from backend.foundation.workdays import Year, unsafe

MARGIN: Final = 2  # working days by which a notice to come may bring an end forward


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table, in words."""

    span: str
    count: str
    why: str
    tags: tuple[str, ...]
    looks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`safe_by` is the day until which a provisional end is safe wherever the notice puts its weekends."""

    shown: Shown
    lines: Sequence[Line]
    facts: Sequence[tuple[str, str]]
    safe_by: date | None
    missing: Sequence[int]


def sheet_of(clock: Clock, at: datetime) -> Sheet:
    """The page of one limit as it stands at that moment."""
    due_day = local(clock.due_at).date()
    years = range(local(clock.counted_from).year, due_day.year + 1)
    counts = clock.term.unit == "working_day" or clock.term.roll_forward
    risky = clock.provisional and clock.open and unsafe(due_day)
    return Sheet(
        shown=shown(clock, at),
        lines=[_line(row, clock, at) for row in fold(clock.trace, local(at).date())],
        facts=_facts(
            clock, at, [year for number in years for year in clock.calendar.notices(number)] if counts else []
        ),
        safe_by=clock.calendar.workday(due_day, -MARGIN) if risky else None,
        missing=[year for year in years if counts and not clock.calendar.published(year)],
    )


def _line(row: Row, clock: Clock, at: datetime) -> Line:
    told = [f"{row.why}，{row.days}天" if "off" in row.looks and row.days > 1 else row.why]
    if clock.met_at is not None and row.first <= local(clock.met_at).date() <= row.last:
        told.append(f"{zh_time(clock.met_at)} 完成，计时止")
    if "due" in row.looks:
        told.append(f"{_end(clock)} 到期")
    return Line(_span(row, at), str(row.count or "—"), " · ".join(told), row.tags, row.looks)


def _span(row: Row, at: datetime) -> str:
    """10月8日 周四; 10月1日—7日; in another year with its year."""
    if row.first == row.last:
        return zh_date(row.first, at)
    year = "" if row.first.year == local(at).year else f"{row.first.year}年"
    month = "" if row.last.month == row.first.month else f"{row.last.month}月"
    return f"{year}{row.first.month}月{row.first.day}日—{month}{row.last.day}日"


def _end(clock: Clock) -> str:
    return zh_time(clock.due_at) if clock.term.span is not None else "24:00"


def _facts(clock: Clock, at: datetime, notices: Sequence[Year]) -> list[tuple[str, str]]:
    counts_start = clock.term.span is not None or clock.term.unit == "same_day" or clock.term.period
    excluded = "" if counts_start else "（当日不计）"
    told = [
        ("规则", clock.says),
        ("出处", clock.basis),
        ("起算", f"{zh_datetime(clock.counted_from, at)}{excluded}"),
        ("谁负责", clock.owed_by.name),
    ]
    if clock.responsible is not None:
        told.append(("经办人", clock.responsible.name))
    if clock.counted_from != clock.started_at:
        told.append(("原起算", f"{zh_datetime(clock.started_at, at)}，后来转为紧急"))
    if clock.moved_from is not None:
        told.append(("历法更新前", f"{zh_date(clock.moved_from, at)} 到期"))
    if notices:
        told.append(("日历", "；".join(_notice(year) for year in notices)))
    return told


def _notice(year: Year) -> str:
    if not year.published:
        return f"{year.year}年{year.title}（暂定）"
    number = f"（{year.notice}）" if year.notice else ""
    return f"{year.title}{number}"
