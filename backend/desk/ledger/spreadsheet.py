"""The ledger as XLSX: real numbers and dates, text that can never be a formula, a sheet that says what was exported.

Rows go to disk as they come, so a hundred thousand take no more memory than one.
"""

from asyncio import to_thread
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from backend.desk.ledger.binding import BookApart
from backend.desk.ledger.cells import About, Column, Row, batches
from backend.desk.ledger.workbook import Book
from backend.desk.ledger.worksheet import MOST_ROWS

LEDGER = "台账"
_BATCH = 100  # between two of them others are answered


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
    apart: bool = False,
    most: int = MOST_ROWS,
) -> int:
    """Write all rows; answers how many of the first table, which is called `name`. Raises SheetFull at `most` rows of a
    sheet; whatever fails, no file is left.

    A short one is written in threads, one batch after the other; a long one `apart`, by a process of its own.
    """
    book = BookApart(path, name, most) if apart else _BookHere(path, name, most)
    try:
        await book.open()
        for part in (Part(name, columns, rows), *beside):
            await book.begin(part.name, part.columns)
            async for batch in batches(part.rows, _BATCH):
                await book.add(batch)
        return await book.finish(about)
    except BaseException:
        await book.discard()
        raise


class _BookHere:
    """A workbook as `Book`, so that the event loop stays free."""

    def __init__(self, path: Path, name: str, most: int) -> None:
        self._book = Book(path, name, most)

    async def open(self) -> None:
        """It is."""

    async def begin(self, name: str, columns: Sequence[Column]) -> None:
        await to_thread(self._book.begin, name, columns)

    async def add(self, rows: Sequence[Row]) -> None:
        await to_thread(self._book.add, rows)

    async def finish(self, about: About) -> int:
        return await to_thread(self._book.finish, about)

    async def discard(self) -> None:
        await to_thread(self._book.discard)
