"""The ledger as CSV (RFC 4180): UTF-8 with a mark that office programs need, and no cell that is a formula."""

import csv
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import aiofiles
import aiofiles.os

from backend.desk.ledger.cells import NO, YES, Column, Row, Value, batches, legible
from backend.foundation.now import local

# Programs take a cell that begins so for a formula (OWASP, CSV Injection); the full-width forms in East Asian ones.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
_BATCH = 100  # between two of them others are answered


async def write_csv(path: Path, columns: Sequence[Column], rows: AsyncIterator[Row]) -> int:
    """Write all rows under a head line; answers how many. A source that fails leaves no file."""
    count = 0
    try:
        async with aiofiles.open(path, "w", encoding="utf-8", newline="") as file:
            await file.write("\ufeff" + _lines([[column.title for column in columns]]))
            async for batch in batches(rows, _BATCH):
                await file.write(_lines(batch))
                count += len(batch)
    except BaseException:
        await aiofiles.os.unlink(path)
        raise
    return count


def _lines(rows: Sequence[Row]) -> str:
    text = StringIO(newline="")
    csv.writer(text).writerows([csv_cell(value) for value in row] for row in rows)
    return text.getvalue()


def csv_cell(value: Value) -> str:
    """One cell as text: numbers plain, moments ISO 8601 at +08:00, text that looks like a formula behind a '."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case datetime():
            return local(value).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case str():
            text = legible(value)
            return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
        case _:
            return str(value)
