"""Writing a workbook in a process of its own, batch by batch: what the child does, and how it is told.

A hundred thousand rows keep a processor busy for minutes. In a thread of the server every answer would wait for its turn.
Rows go over the pipe as Python keeps them (dates stay dates); both ends are ours.
"""

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from backend.desk.ledger.cells import About, Column, Row
from backend.desk.ledger.workbook import Book, leave_nothing
from backend.desk.ledger.worksheet import SheetFull
from backend.foundation.press import JobFailed, Press
from backend.foundation.press.process import Limits

_HERE = "backend.desk.ledger.binding"
_JOBS = {name: f"{_HERE}:{name}" for name in ("open_book", "begin_table", "add_rows", "finish_book")}
# One process for one workbook, however many batches and whatever they take.
_LIMITS = Limits(jobs=2**31, replace_above_bytes=2**40)
# Closing a large one packs everything once more.
_SECONDS = 1800.0

_open: dict[str, Book] = {}


class BookApart:
    """A workbook as `Book`, written by a child at low priority that ends with it."""

    def __init__(self, path: Path, name: str, most: int) -> None:
        self._path, self._name, self._most = path, name, most
        self._press = Press(_JOBS, _LIMITS)

    async def open(self) -> None:
        await self._press.start()
        await self._do("open_book", name=self._name, most=self._most)

    async def begin(self, name: str, columns: Sequence[Column]) -> None:
        await self._do("begin_table", name=name, columns=pickle.dumps(list(columns)))

    async def add(self, rows: Sequence[Row]) -> None:
        await self._do("add_rows", rows=pickle.dumps(list(rows)))

    async def finish(self, about: About) -> int:
        written: int = await self._do("finish_book", about=pickle.dumps(about))
        await self._press.stop()
        return written

    async def discard(self) -> None:
        await self._press.stop()
        leave_nothing(self._path)

    async def _do(self, job: str, **args: Any) -> Any:
        try:
            return await self._press.run(job, {"path": str(self._path), **args}, seconds=_SECONDS)
        except JobFailed as failure:
            if failure.code == SheetFull.code:
                raise SheetFull from failure
            raise


def open_book(path: str, name: str, most: int) -> None:
    _open[path] = Book(Path(path), name, most)


def begin_table(path: str, name: str, columns: bytes) -> None:
    _open[path].begin(name, pickle.loads(columns))  # noqa: S301 - from the house itself


def add_rows(path: str, rows: bytes) -> None:
    _open[path].add(pickle.loads(rows))  # noqa: S301 - from the house itself


def finish_book(path: str, about: bytes) -> int:
    """How many rows the first table has."""
    return _open.pop(path).finish(pickle.loads(about))  # noqa: S301 - from the house itself
