from asyncio import run
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from backend.desk.ledger.cells import Column, Row, Value, legible
from backend.desk.ledger.long_text import CONTINUED
from backend.desk.ledger.spreadsheet import Part, write_spreadsheet
from backend.desk.ledger.worksheet import SheetFull
from backend.foundation.now import local
from tests.desk.ledger.sheets import ABOUT, COLUMNS, EVENING, ROWS, failing, source, spreadsheet

LOCAL = local(EVENING).replace(tzinfo=None)


def midnight(year: int, month: int, day: int) -> datetime:
    """How openpyxl reads a date."""
    return datetime.combine(date(year, month, day), time())


def by_openpyxl(path: Path, sheet: str = "台账") -> list[list[Any]]:
    """It leaves the format's own escapes (_x005F_) in cells, which Excel and calamine resolve."""
    book = openpyxl.load_workbook(path)
    return [[_resolved(cell.value) for cell in row] for row in book[sheet].iter_rows()]


def _resolved(value: Any) -> Any:
    return unescape(value) if isinstance(value, str) else value


def by_calamine(path: Path, sheet: str = "台账") -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


async def test_one_program_reads_every_cell_back(tmp_path: Path) -> None:
    head, first, second, third = by_openpyxl(await spreadsheet(tmp_path, ROWS))
    assert head == [column.title for column in COLUMNS]
    assert first == [*ROWS[0][:2], LOCAL, midnight(2026, 12, 2), 11.6, 4, "是", "赵喆、李旻堃"]
    assert second == [*ROWS[1][:2], LOCAL, None, 0, 0, "否", "第一行\n第二行"]
    assert third == [None, "https://liandong.invalid/", *[None] * 6]


async def test_another_program_reads_the_same(tmp_path: Path) -> None:
    head, first, second, third = by_calamine(await spreadsheet(tmp_path, ROWS))
    assert head == [column.title for column in COLUMNS]
    assert first == [*ROWS[0][:2], LOCAL, date(2026, 12, 2), 11.6, 4.0, "是", "赵喆、李旻堃"]
    assert second == [*ROWS[1][:2], LOCAL, "", 0.0, 0.0, "否", "第一行\n第二行"]
    assert third == ["", "https://liandong.invalid/", *[""] * 6]


async def test_nothing_in_the_file_is_a_formula_or_a_link(tmp_path: Path) -> None:
    path = await spreadsheet(tmp_path, ROWS)
    sheets = [ZipFile(path).read(name).decode() for name in ZipFile(path).namelist() if name.endswith(".xml")]
    assert not any("<f>" in sheet or "hyperlink" in sheet for sheet in sheets)
    assert openpyxl.load_workbook(path)["台账"]["B3"].data_type in ("s", "inlineStr")


async def test_the_head_stays_and_filters(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(await spreadsheet(tmp_path, ROWS))["台账"]
    assert sheet.freeze_panes == "C2"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    assert sheet.auto_filter.ref == "A1:H4"
    assert sheet.column_dimensions["B"].width == pytest.approx(30, abs=1)


async def test_numbers_and_dates_are_shown_as_their_column_says(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(await spreadsheet(tmp_path, ROWS))["台账"]
    assert [sheet[cell].number_format for cell in ("C2", "D2", "E2", "F2")] == [
        "yyyy-mm-dd hh:mm", "yyyy-mm-dd", "0.0", "0",
    ]  # fmt: skip


async def test_the_second_sheet_says_what_was_exported(tmp_path: Path) -> None:
    told = dict(row for row in by_openpyxl(await spreadsheet(tmp_path, ROWS), "导出说明")[1:])
    assert told == {
        "乡镇": "示范镇",
        "导出时间": "2026-11-22 19:30:00 +08:00",
        "导出人": "郑祎",
        "行数": "3",
        "性质": "演示数据",
        "筛选 时间": "2026年11月",
        "筛选 单位": "=派出所",
    }


async def test_an_export_without_filters_says_so(tmp_path: Path) -> None:
    path = await spreadsheet(tmp_path, [], replace(ABOUT, filters=(), demo=False))
    assert ["筛选", "无，全部可见记录"] in by_openpyxl(path, "导出说明")
    assert len(by_openpyxl(path)) == 1


@pytest.mark.parametrize("length", [32_767, 32_768, 100_000])
@pytest.mark.parametrize("letter", ["字", "👍"])
async def test_text_longer_than_a_cell_goes_on_another_sheet(
    tmp_path: Path, length: int, letter: str
) -> None:
    text = letter * (length // len(letter.encode("utf-16-le")) * 2)
    path = await spreadsheet(tmp_path, [(*ROWS[0][:7], text)])
    cell = by_openpyxl(path)[1][7]
    assert len(cell.encode("utf-16-le")) <= 2 * 32_767
    rest = by_openpyxl(path, "长文续页")[1:] if cell != text else []
    assert cell.removesuffix(CONTINUED) + "".join(row[2] for row in rest) == text
    assert all(row[:2] == [2, "小结"] for row in rest)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (-5, -5), (2**53, 2**53), (2**53 + 1, str(2**53 + 1)), (float("nan"), "nan"), (float("inf"), "inf"),
        (date(1899, 12, 31), "1899-12-31"), (date(1900, 1, 1), midnight(1900, 1, 1)), (3.25, 3.25),
        ("530426199001010011", "530426199001010011"), ("00123", "00123"), ("1E5", "1E5"), ("是", "是"),
    ],
)  # fmt: skip
async def test_values_at_the_edge_keep_their_meaning(tmp_path: Path, value: Value, read: Any) -> None:
    assert by_openpyxl(await spreadsheet(tmp_path, [(value,)], columns=[Column("值")]))[1] == [read]


ANY_TEXT = st.text(alphabet=st.characters(), max_size=200)


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=5))
def test_any_text_is_read_back_by_both_programs(rows: list[Row]) -> None:
    with TemporaryDirectory() as folder:
        numbered = [(f"{at}号", *row) for at, row in enumerate(rows)]
        path = run(spreadsheet(Path(folder), numbered, columns=[Column("号"), Column("甲"), Column("乙")]))
        expected = [[legible(str(text)) for text in row] for row in numbered]
        assert [[cell or "" for cell in row] for row in by_openpyxl(path)[1:]] == expected
        assert by_calamine(path)[1:] == expected


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "_x0041_", "_x000D_", "a_x0007_b"])
async def test_text_that_looks_like_something_else_stays_text(tmp_path: Path, text: str) -> None:
    path = await spreadsheet(tmp_path, [(text,)], columns=[Column("甲")])
    assert by_openpyxl(path)[1] == [text]
    assert by_calamine(path)[1] == [text]


async def test_a_source_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError):
        await write_spreadsheet(tmp_path / "ledger.xlsx", COLUMNS, failing(ROWS), ABOUT)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("apart", [False, True])
async def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, *, apart: bool) -> None:
    with pytest.raises(SheetFull):
        await write_spreadsheet(tmp_path / "ledger.xlsx", COLUMNS, source(ROWS), ABOUT, apart=apart, most=2)
    assert list(tmp_path.iterdir()) == []
    assert await write_spreadsheet(
        tmp_path / "ledger.xlsx", COLUMNS, source(ROWS), ABOUT, apart=apart, most=3
    ) == len(ROWS)


async def test_a_second_table_stands_on_its_own_sheet(tmp_path: Path) -> None:
    long = "字" * 40_000
    beside = Part("发现", [Column("序号", form="whole"), Column("情况")], source([(1, "=1+1"), (2, long)]))
    path = tmp_path / "ledger.xlsx"
    assert await write_spreadsheet(path, COLUMNS, source(ROWS), ABOUT, beside) == len(ROWS)
    assert by_calamine(path, "发现")[:2] == [["序号", "情况"], [1.0, "=1+1"]]
    assert by_openpyxl(path, "长文续页")[1][:2] == [3, "发现 情况"]
    assert ["发现行数", "2"] in by_openpyxl(path, "导出说明")


async def test_ten_thousand_rows_are_all_there(tmp_path: Path) -> None:
    rows: list[Row] = [
        (f"示执巡〔2026〕{number}号", "巡查", EVENING, None, number / 10, number, True, "")
        for number in range(10_000)
    ]
    read = by_calamine(await spreadsheet(tmp_path, rows))
    assert [row[5] for row in read[1:]] == list(range(10_000))
