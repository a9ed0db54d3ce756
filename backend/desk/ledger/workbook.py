"""One workbook, written from top to bottom; its rows go to disk as they come."""

from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from threading import Lock
from typing import Any

from backend.desk.ledger.cells import About, Column, Row, legible
from backend.desk.ledger.worksheet import MOST_ROWS, Forms, Worksheet, begin
from backend.foundation.now import local
from backend.foundation.workbooks import row_by_row

OVERFLOW, ABOUT = "长文续页", "导出说明"


def rows_of(path: Path) -> Path:
    """Where the rows of a workbook lie until it is closed."""
    return path.with_name(f"{path.name}.rows")


def leave_nothing(path: Path) -> None:
    path.unlink(missing_ok=True)
    rmtree(rows_of(path), ignore_errors=True)


class Book:
    """A workbook being written, one table after the other; `folder` keeps its rows until it is closed."""

    def __init__(self, path: Path, name: str, most: int = MOST_ROWS) -> None:
        self._path, self._name, self._most = path, name, most
        self._folder = rows_of(path)
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._writing = Lock()
        self._book = row_by_row(path, self._folder)
        self._forms = Forms(self._book)
        self.tables: dict[str, Worksheet] = {}
        self._overflow: Any = None
        self._pieces = 0

    def begin(self, name: str, columns: Sequence[Column]) -> None:
        def overflow(row: int, title: str, piece: str) -> None:
            self._continue(row, title if name == self._name else f"{name} {title}", piece)

        with self._writing:
            self.tables[name] = Worksheet(self._book, name, columns, self._forms, overflow, most=self._most)

    def add(self, rows: Sequence[Row]) -> None:
        with self._writing:
            list(self.tables.values())[-1].add(rows)

    def finish(self, about: About) -> int:
        """How many rows the first table has."""
        with self._writing:
            for table in self.tables.values():
                table.finish()
            self._tell(about)
            self._book.close()
        rmtree(self._folder)
        return self.tables[self._name].count

    def discard(self) -> None:
        """Close what is open and leave nothing behind, once what is still being written in a thread is done."""
        with self._writing:
            if not self._book.fileclosed:
                self._book.close()
            leave_nothing(self._path)

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
