"""The month as XLSX: the sheet that is read back, the month at one glance, who may be written, how it is filled in."""

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from backend.foundation.workbooks import held_in_memory, table
from backend.office.duty.papers.grid import Grid, times
from backend.office.duty.queries.shifts import KnownShift
from backend.office.duty.rules.sheet import COLUMNS, NEEDED, SHEET, People, codes
from backend.office.duty.rules.slots import KINDS
from backend.office.places.market import WEEKDAYS

GUIDE: Final = (
    ("人员", "写姓名，几个人用顿号隔开；空着就是没有人。同名的人写明账号：张伟（zhangwei2）。"),
    ("可以改", "只读回带 * 的栏目，其中只有“人员”可以改。一行是一个班次的一个席位。"),
    ("编号", "照导出的样子，不要改。不想动的行可以整行删掉，删掉的行不会改动。"),
    ("班次", "加班次、改时间、取消班次在网页上做，再导出一次。"),
    ("导入", "先看差异，确认了才改。有一行写错，整张表都不导入。"),
)


def write_month(shifts: Sequence[KnownShift], people: People, whole: Grid) -> bytes:
    """`shifts` by time; those that do not take place are left out, there is nobody to put there."""
    made = io.BytesIO()
    with held_in_memory(made) as book:
        heads = tuple((f"{title}*" if field in NEEDED else title, width) for field, title, width in COLUMNS)
        sheet = table(book, SHEET, heads, _rows(shifts, people))
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, 0, len(COLUMNS) - 1)
        _printable(sheet)
        _printable(_glance(book, whole))
        table(
            book,
            "可以排班的人员",
            (("姓名", 14), ("账号", 20)),
            ((each.name, each.username) for each in people.everybody),
        )
        table(book, "填写说明", (("栏目", 12), ("怎么填", 90)), GUIDE)
    return made.getvalue()


def _rows(shifts: Sequence[KnownShift], people: People) -> Iterable[tuple[Any, ...]]:
    code_of = {place: code for code, place in codes((each.id, len(each.needs)) for each in shifts).items()}
    for shift in shifts:
        for index, slot in enumerate(shift.needs) if shift.cancelled_at is None else ():
            told: dict[str, Any] = {
                "code": code_of[shift.id, index],
                "day": shift.day,
                "weekday": WEEKDAYS[str(shift.day.isoweekday())],
                "kind": KINDS[shift.kind],
                "name": shift.name,
                "place": shift.place_name,
                "times": times(shift.begins_at, shift.ends_at),
                "slot": slot.name,
                "need": str(slot.least) if slot.least == slot.most else f"{slot.least}—{slot.most}",
                "people": people.written(each.officer for each in shift.on(index)),
            }
            yield tuple(told[field] for field, _, _ in COLUMNS)


def _glance(book: Any, whole: Grid) -> Any:
    heads = (("日期", 12), ("星期", 6), *((_head(column.name, column.times), 26) for column in whole.columns))
    rows = ((each.day, each.weekday, *each.cells) for each in whole.days)
    sheet = table(book, "月表", heads, rows)
    sheet.freeze_panes(1, 2)
    return sheet


def _printable(sheet: Any) -> None:
    """A4 on its side, all columns on one page, the titles on each."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _head(name: str, hours: str) -> str:
    return f"{name}\n{hours}"
