"""A long ledger is written by a process of its own: the same file, and whatever happens to it nothing is left."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from backend.desk.ledger.binding import BookApart
from backend.desk.ledger.cells import Column, Row
from backend.desk.ledger.spreadsheet import Part, write_spreadsheet
from backend.foundation.press import JobLost
from tests.desk.ledger.sheets import ABOUT, COLUMNS, ROWS, failing, source
from tests.desk.ledger.test_spreadsheet import by_calamine, by_openpyxl

BESIDE = [Column("序号", form="whole"), Column("复查", form="day"), Column("情况")]
FOUND: list[Row] = [
    (1, date(2026, 12, 2), "=1+1"),
    (2**60, None, "字" * 40_000),
    (3, date(1899, 1, 1), "\ud800"),
]


async def written(path: Path, *, apart: bool) -> Path:
    beside = Part("发现", BESIDE, source(FOUND))
    assert await write_spreadsheet(path, COLUMNS, source(ROWS), ABOUT, beside, apart=apart) == len(ROWS)
    return path


async def test_it_is_the_same_file(tmp_path: Path) -> None:
    here, there = [await written(tmp_path / f"{apart}.xlsx", apart=apart) for apart in (False, True)]
    for sheet in ("台账", "发现", "长文续页", "导出说明"):
        assert by_calamine(here, sheet) == by_calamine(there, sheet)
        assert by_openpyxl(here, sheet) == by_openpyxl(there, sheet)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["False.xlsx", "True.xlsx"]


async def test_a_source_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError):
        await write_spreadsheet(tmp_path / "ledger.xlsx", COLUMNS, failing(ROWS), ABOUT, apart=True)
    assert list(tmp_path.iterdir()) == []


async def test_an_export_given_up_half_way_leaves_nothing(tmp_path: Path) -> None:
    reached = asyncio.Event()

    async def endless() -> AsyncIterator[Row]:
        while True:
            for row in ROWS:
                yield row
            if (tmp_path / "ledger.xlsx.rows").exists():
                reached.set()

    writing = asyncio.create_task(
        write_spreadsheet(tmp_path / "ledger.xlsx", COLUMNS, endless(), ABOUT, apart=True)
    )
    await reached.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert list(tmp_path.iterdir()) == []


async def test_a_process_that_is_killed_over_it_fails_it_and_leaves_nothing(tmp_path: Path) -> None:
    book = BookApart(tmp_path / "ledger.xlsx", "台账", 100)
    await book.open()
    await book.begin("台账", COLUMNS)
    pid = book._press.state().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(JobLost):
        await book.add(ROWS)
    await book.discard()
    assert list(tmp_path.iterdir()) == []
