"""The ledger as XLSX: real numbers and dates, text that can never be a formula, a sheet that says what was exported.

Rows go to disk as they come, so a hundred thousand take no more memory than one.
"""

from asyncio import to_thread
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from xlsxwriter import Workbook

from backend.desk.ledger.cells import About, Column, Row, batches, legible
from backend.desk.ledger.worksheet import Forms, Worksheet, begin
from backend.foundation.now import local

LEDGER, OVERFLOW, ABOUT = "台账", "长文续页", "导出说明"
_BATCH = 500
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A further table that stands on a sheet of its own beside the ledger."""

    name: str
    columns: Sequence[Column]
    rows: AsyncIterator[Row]


async def write_spreadsheet(
    path: Path,
    columns: Sequence[Column],
    rows: AsyncIterator[Row],
    about: About,
    *beside: Part,
    name: str = LEDGER,
) -> int:
    """Write all rows; answers how many of the first table, which is called `name`. Raises SheetFull; whatever fails, no
    file is left.

    The work is done in threads, one batch after the other, so the event loop stays free.
    """
    book = await to_thread(_Book, path, name)
    try:
        for part in (Part(name, columns, rows), *beside):
            await to_thread(book.begin, part)
            async for batch in batches(part.rows, _BATCH):
                await to_thread(book.add, batch)
        await to_thread(book.finish, about)
    except BaseException:
        await to_thread(book.discard)
        raise
    return book.tables[name].count


class _Book:
    """A workbook being written, one table after the other."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name
        self._writing = Lock()
        self._book = Workbook(str(path), _OPTIONS)
        self._forms = Forms(self._book)
        self.tables: dict[str, Worksheet] = {}
        self._overflow: Any = None
        self._pieces = 0

    def begin(self, part: Part) -> None:
        def overflow(row: int, title: str, piece: str) -> None:
            self._continue(row, title if part.name == self._name else f"{part.name} {title}", piece)

        with self._writing:
            self.tables[part.name] = Worksheet(self._book, part.name, part.columns, self._forms, overflow)

    def add(self, rows: Sequence[Row]) -> None:
        with self._writing:
            list(self.tables.values())[-1].add(rows)

    def finish(self, about: About) -> None:
        with self._writing:
            for table in self.tables.values():
                table.finish()
            self._tell(about)
            self._book.close()

    def discard(self) -> None:
        """Close what is open and leave nothing behind, once what is still being written in a thread is done."""
        with self._writing:
            if not self._book.fileclosed:
                self._book.close()
            self._path.unlink(missing_ok=True)

    def _tell(self, about: About) -> None:
        told = begin(self._book, ABOUT, [("项目", 18), ("内容", 60)], self._forms)
        counts = {name: table.count for name, table in self.tables.items()}
        for at, (name, words) in enumerate(_told(about, self._name, counts, self._pieces), start=1):
            told.write_string(at, 0, name, self._forms.of["text"])
            told.write_string(at, 1, legible(words), self._forms.of["text"])

    def _continue(self, row: int, title: str, piece: str) -> None:
        if self._overflow is None:
            heads = [(f"{self._name}行号", 10.0), ("栏目", 14.0), ("续文", 100.0)]
            self._overflow = begin(self._book, OVERFLOW, heads, self._forms)
        self._pieces += 1
        self._overflow.write_number(self._pieces, 0, row, self._forms.of["whole"])
        self._overflow.write_string(self._pieces, 1, title, self._forms.of["text"])
        self._overflow.write_string(self._pieces, 2, piece, self._forms.of["text"])


def _told(about: About, main: str, counts: dict[str, int], continued: int) -> list[tuple[str, str]]:
    return [
        ("乡镇", about.township),
        ("导出时间", f"{local(about.exported_at):%Y-%m-%d %H:%M:%S} +08:00"),
        ("导出人", about.exported_by),
        *((f"{'' if name == main else name}行数", str(count)) for name, count in counts.items()),
        *([("性质", "演示数据")] if about.demo else []),
        *([("长文", f"超出单元格容量的文字续在“{OVERFLOW}”，共{continued}段")] if continued else []),
        *((f"筛选 {name}", words) for name, words in about.filters),
        *(("说明", words) for words in about.notes),
        *([] if about.filters else [("筛选", "无，全部可见记录")]),
    ]
