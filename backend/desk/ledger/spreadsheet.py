"""The ledger as XLSX: real numbers and dates, text that can never be a formula, a sheet that says what was exported.

Rows go to disk as they come, so a hundred thousand take no more memory than one.
"""

from asyncio import to_thread
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from xlsxwriter import Workbook

from backend.desk.ledger.cells import NO, YES, About, Column, Row, Value, batches, legible
from backend.desk.ledger.long_text import CONTINUED, fits, pieces
from backend.foundation.now import local

LEDGER, OVERFLOW, ABOUT = "台账", "长文续页", "导出说明"
MOST_ROWS = 1_048_575  # of a sheet, without the head line
_EXACT = 2**53  # beyond it a cell would round a whole number
_FIRST_YEAR = 1900  # where the calendar of spreadsheets begins
_BATCH = 500
_FORMS = {"whole": "0", "decimal": "0.0", "moment": "yyyy-mm-dd hh:mm", "day": "yyyy-mm-dd"}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class SheetFull(ValueError):
    """More rows than a sheet can hold; narrow the filters."""

    code = "export_too_long"


async def write_spreadsheet(
    path: Path, columns: Sequence[Column], rows: AsyncIterator[Row], about: About
) -> int:
    """Write all rows; answers how many. Raises SheetFull; whatever fails, no file is left.

    The work is done in threads, one batch after the other, so the event loop stays free.
    """
    book = await to_thread(_Book, path, columns)
    try:
        async for batch in batches(rows, _BATCH):
            await to_thread(book.add, batch)
        await to_thread(book.finish, about)
    except BaseException:
        await to_thread(book.discard)
        raise
    return book.count


class _Book:
    """A workbook being written from top to bottom."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._path, self._columns, self.count = path, columns, 0
        self._writing = Lock()
        self._book = Workbook(str(path), _OPTIONS)
        wrapped = {"valign": "top", "text_wrap": True}
        self._head = self._book.add_format(
            {"bold": True, "bg_color": "#E6EEF8", "bottom": 1, "text_wrap": True}
        )
        self._forms = {
            name: self._book.add_format({"num_format": form, "valign": "top"})
            for name, form in _FORMS.items()
        }
        self._forms["text"] = self._book.add_format(wrapped)
        self._sheet = self._begin(LEDGER, [(column.title, column.width) for column in columns])
        self._overflow: Any = None
        self._pieces = 0

    def add(self, rows: Sequence[Row]) -> None:
        with self._writing:
            for row in rows:
                if self.count == MOST_ROWS:
                    raise SheetFull
                self.count += 1
                for at, value in enumerate(row):
                    self._write(at, value)

    def finish(self, about: About) -> None:
        self._sheet.autofilter(0, 0, max(self.count, 1), len(self._columns) - 1)
        told = self._begin(ABOUT, [("项目", 18), ("内容", 60)])
        for at, (name, words) in enumerate(_told(about, self.count, self._pieces), start=1):
            told.write_string(at, 0, name, self._forms["text"])
            told.write_string(at, 1, legible(words), self._forms["text"])
        self._book.close()

    def discard(self) -> None:
        """Close what is open and leave nothing behind, once a batch that is still being written is done."""
        with self._writing:
            if not self._book.fileclosed:
                self._book.close()
            self._path.unlink(missing_ok=True)

    def _begin(self, name: str, heads: Sequence[tuple[str, float]]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, (title, width) in enumerate(heads):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, title, self._head)
        return sheet

    def _write(self, at: int, value: Value) -> None:
        match value:
            case None | "":
                pass
            case bool():
                self._text(at, YES if value else NO)
            case str():
                self._text(at, legible(value))
            case datetime():
                self._date(at, local(value).replace(tzinfo=None), "moment")
            case date():
                self._date(at, value, "day")
            case _:
                self._number(at, value)

    def _number(self, at: int, value: float) -> None:
        if abs(value) > _EXACT or value != value:  # noqa: PLR0124 — a NaN differs from itself
            self._text(at, str(value))
            return
        form = self._columns[at].form
        self._sheet.write_number(self.count, at, value, self._forms[form] if form in _FORMS else None)

    def _date(self, at: int, value: date, form: str) -> None:
        if value.year < _FIRST_YEAR:
            self._text(at, value.isoformat())
            return
        self._sheet.write_datetime(self.count, at, value, self._forms[form])

    def _text(self, at: int, text: str) -> None:
        if fits(text):
            self._sheet.write_string(self.count, at, text, self._forms["text"])
            return
        first, *rest = pieces(text)
        self._sheet.write_string(self.count, at, first + CONTINUED, self._forms["text"])
        for piece in rest:
            self._continue(self._columns[at].title, piece)

    def _continue(self, title: str, piece: str) -> None:
        if self._overflow is None:
            self._overflow = self._begin(OVERFLOW, [("台账行号", 10), ("栏目", 14), ("续文", 100)])
        self._pieces += 1
        self._overflow.write_number(self._pieces, 0, self.count + 1, self._forms["whole"])
        self._overflow.write_string(self._pieces, 1, title, self._forms["text"])
        self._overflow.write_string(self._pieces, 2, piece, self._forms["text"])


def _told(about: About, count: int, continued: int) -> list[tuple[str, str]]:
    return [
        ("乡镇", about.township),
        ("导出时间", f"{local(about.exported_at):%Y-%m-%d %H:%M:%S} +08:00"),
        ("导出人", about.exported_by),
        ("行数", str(count)),
        *([("性质", "演示数据")] if about.demo else []),
        *([("长文", f"超出单元格容量的文字续在“{OVERFLOW}”，共{continued}段")] if continued else []),
        *((f"筛选 {name}", words) for name, words in about.filters),
        *([] if about.filters else [("筛选", "无，全部可见记录")]),
    ]
