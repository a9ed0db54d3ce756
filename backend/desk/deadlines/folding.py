"""The days of a count as a table that fits on a telephone. Pure.

Up to ten days each has its row; in longer counts plain stretches are folded. Holidays, worked weekends, today and the
last day always keep a row of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from backend.foundation.workdays import PROVISIONAL, Day

DAY_BY_DAY: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """`count` is how many are counted by the end of it, 0 where nothing is; `days` how many it stands for. `looks` are
    the table's own words for how a row is drawn: off, make, today, due, prov. `alone`: nothing is folded into it."""

    first: date
    last: date
    count: int
    why: str
    days: int = 1
    alone: bool = False
    tags: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()


def fold(days: Sequence[Day], today: date) -> list[Row]:
    """Rows in the order of the days; the last one is where the limit ends."""
    counted = days[1:] if days[0].kind == "start" else days
    whole = len(counted) > DAY_BY_DAY and counted[0].kind != "hours"
    rows: list[Row] = []
    for day in days:
        row = _row(day, today, alone=day.kind == "start" or day.date == today or day is days[-1])
        if rows and _joins(rows[-1], row, whole=whole):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
    rows[-1] = replace(rows[-1], looks=(*rows[-1].looks, "due"))
    return rows


def _row(day: Day, today: date, *, alone: bool) -> Row:
    is_today, made_up = day.date == today, day.kind == "make_up"
    said = {"今天": is_today, "调休上班": made_up, "暂定": day.provisional}
    drawn = {"off": not day.counted, "make": made_up, "today": is_today, "prov": day.provisional}
    why = day.why.removesuffix(PROVISIONAL)
    return Row(
        first=day.date,
        last=day.date,
        count=day.number,
        why=why.removeprefix("调休上班（").removesuffix("）") if made_up else why,
        alone=alone or made_up,
        tags=tuple(words for words, holds in said.items() if holds),
        looks=tuple(look for look, holds in drawn.items() if holds),
    )


def _joins(above: Row, row: Row, *, whole: bool) -> bool:
    """Days off run together; in a long count plain working days and their weekends do too."""
    if above.alone or row.alone or above.tags != row.tags:
        return False
    return (_is_off(above) and _is_off(row)) or (whole and _is_plain(above) and _is_plain(row))


def _joined(above: Row, row: Row) -> Row:
    """Both as one; a fold of working days is told in its number of days."""
    if _is_off(above) and _is_off(row):
        why = above.why if row.why in above.why.split("、") else f"{above.why}、{row.why}"
        return replace(above, last=row.last, why=why, days=above.days + row.days)
    counted = above.days * (not _is_off(above)) + (not _is_off(row))
    words = f"自然日{counted}天" if row.why == "自然日" else f"{counted}个工作日，周末不计"
    looks = tuple(look for look in above.looks if look != "off")
    return replace(above, last=row.last, count=row.count or above.count, why=words, days=counted, looks=looks)


def _is_off(row: Row) -> bool:
    return "off" in row.looks


def _is_plain(row: Row) -> bool:
    return not _is_off(row) or row.why == "周末"
