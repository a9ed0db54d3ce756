import csv
from asyncio import run
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.desk.ledger.cells import Column, Value, legible
from backend.desk.ledger.csv_file import csv_cell, write_csv
from tests.desk.ledger.sheets import COLUMNS, EVENING, ROWS, csv_text, failing


def reread(written: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(written.decode("utf-8-sig"), newline=""), strict=True))


async def test_the_file_begins_with_the_mark_that_office_programs_need(tmp_path: Path) -> None:
    written = await csv_text(tmp_path, ROWS)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\xef\xbb\xbf") == 1


async def test_every_cell_is_read_back(tmp_path: Path) -> None:
    head, first, second, third = reread(await csv_text(tmp_path, ROWS))
    assert head == [column.title for column in COLUMNS]
    assert first == [
        *ROWS[0][:2],
        "2026-11-22T19:30:00+08:00",
        "2026-12-02",
        "11.6",
        "4",
        "是",
        "赵喆、李旻堃",
    ]
    assert second[1] == "'=cmd|' /C calc'!A0"
    assert second[7] == "第一行\n第二行"
    assert third == ["", "https://liandong.invalid/", *[""] * 6]


async def test_lines_end_as_the_standard_says(tmp_path: Path) -> None:
    written = await csv_text(tmp_path, [("a", 'b "c", d')], [Column("甲"), Column("乙")])
    assert written.decode("utf-8-sig") == '甲,乙\r\na,"b ""c"", d"\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_begins_like_a_formula_is_quoted(start: str) -> None:
    assert csv_cell(f"{start}1+1").startswith("'")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (-5, "-5"),
        (3.25, "3.25"),
        (EVENING, "2026-11-22T19:30:00+08:00"),
        (date(2026, 12, 2), "2026-12-02"),
        ("a-b", "a-b"),
    ],
)
def test_other_values_are_written_plain(value: Value, written: str) -> None:
    assert csv_cell(value) == written


@given(st.lists(st.tuples(st.text(alphabet=st.characters()), st.text(alphabet=st.characters())), max_size=5))
def test_any_text_is_read_back(rows: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        read = reread(run(csv_text(Path(folder), rows, [Column("甲"), Column("乙")])))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [legible(text).removeprefix("'") for text in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in read for cell in row)


async def test_a_source_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError):
        await write_csv(tmp_path / "ledger.csv", COLUMNS, failing(ROWS))
    assert list(tmp_path.iterdir()) == []
