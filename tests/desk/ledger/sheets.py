"""Rows of an invented ledger, and how its files are written in tests."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from backend.desk.ledger.cells import About, Column, Row
from backend.desk.ledger.csv_file import write_csv
from backend.desk.ledger.spreadsheet import write_spreadsheet

COLUMNS = (
    Column("备案号", 20),
    Column("名称", 30),
    Column("开始时间", 18, "moment"),
    Column("复查日期", 12, "day"),
    Column("里程（公里）", 10, "decimal"),
    Column("发现", 8, "whole"),
    Column("已备案", 8),
    Column("小结", 40),
)
EVENING = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
ROWS: tuple[Row, ...] = (
    (
        "示执巡〔2026〕118号",
        "夜间联合巡查：县道—下坝村",
        EVENING,
        date(2026, 12, 2),
        11.6,
        4,
        True,
        "赵喆、李旻堃",
    ),
    ("示执巡〔2026〕119号", "=cmd|' /C calc'!A0", EVENING, None, 0.0, 0, False, "第一行\n第二行"),
    (None, "https://liandong.invalid/", None, None, None, None, None, ""),
)
ABOUT = About("示范镇", "郑祎", EVENING, (("时间", "2026年11月"), ("单位", "=派出所")), demo=True)


async def source(rows: Sequence[Row]) -> AsyncIterator[Row]:
    for row in rows:
        yield row


async def failing(rows: Sequence[Row]) -> AsyncIterator[Row]:
    """Gives the rows, then breaks off."""
    for row in rows:
        yield row
    raise ConnectionError


async def spreadsheet(
    folder: Path, rows: Sequence[Row], about: About = ABOUT, columns: Sequence[Column] = COLUMNS
) -> Path:
    path = folder / "ledger.xlsx"
    assert await write_spreadsheet(path, columns, source(rows), about) == len(rows)
    return path


async def csv_text(folder: Path, rows: Sequence[Row], columns: Sequence[Column] = COLUMNS) -> bytes:
    path = folder / "ledger.csv"
    assert await write_csv(path, columns, source(rows)) == len(rows)
    return path.read_bytes()
