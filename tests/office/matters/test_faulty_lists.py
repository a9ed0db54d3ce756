"""Spreadsheets with faults: every one named by its row, nothing half-written; files that are no list."""

import io
import zipfile

import pytest

from backend.foundation.spreadsheets import MOST_UNPACKED
from tests.office.matters.sheets import RIVER, STALL, confirmed, counted, previewed, spreadsheet, upload
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")


FAULTS = [
    ({"name": ""}, "写上事项名称"),
    ({"code": ""}, "写上事项编码"),
    ({"code": "SR 02"}, "中间没有空格"),
    ({"standing": "下放"}, "没有“下放”这种状态"),
    ({"standing": ""}, "写上状态"),
    ({"basis": ""}, "写上法律依据"),
    ({"supervising": ""}, "写上行业监管单位"),
    ({"punishing": "县城市管理局"}, "赋权乡镇的事项，处罚实施主体是本乡镇"),
    ({"punishing_code": "cgx"}, "没有代码是“cgx”的单位"),
    ({"tiers": "较轻，警告"}, "裁量基准第1行要写成"),
    ({"effective_on": "2026-11-19"}, "生效日期2026-11-19已经过去"),
    ({"effective_on": "年底"}, "“年底”不是日期"),
    ({"name": "长" * 161}, "最多160个字，现在161个"),
    ({"standing": "已收回", "punishing": "县城市管理局"}, "没有赋权过的事项，谈不上收回"),
    ({"sayings": "说" * 41}, "一条最多40个字"),
]


@pytest.mark.parametrize(("wrong", "said"), FAULTS, ids=[said for _, said in FAULTS])
async def test_one_faulty_row_is_named_and_keeps_the_whole_list_out(
    town: Cast, wrong: dict[str, str], said: str
) -> None:
    where, page = await previewed(
        town, spreadsheet([RIVER, STALL | wrong], fields=[*STALL, *(set(wrong) - set(STALL))])
    )
    assert "1行有错，没有导入" in page
    assert said in page
    assert "第3行" in page
    assert "/confirmation" not in page
    answer = await confirmed(town, where)
    assert (answer.status_code, "list_faulty" in answer.text) == (409, True)
    assert await counted("matters") == 0


async def test_a_code_twice_names_both_rows(town: Cast) -> None:
    _, page = await previewed(town, spreadsheet([STALL, RIVER, STALL | {"name": "又一个"}]))
    assert "编码“SR-01”和第2行重复" in page
    assert "第4行" in page


async def test_a_small_file_that_unfolds_to_more_than_a_list_is_not_unfolded(town: Cast) -> None:
    packed = io.BytesIO(spreadsheet([STALL]))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/more.xml", b"\0" * MOST_UNPACKED)
    assert len(packed.getvalue()) < 200_000
    answer = await upload(town, packed.getvalue())
    assert (answer.status_code, "展开后超过64 MB" in answer.text) == (413, True)


async def test_a_paper_is_asked_for_where_competence_moves(town: Cast) -> None:
    _, page = await previewed(town, spreadsheet([STALL]), paper_title="", paper_number="", paper_on="")
    assert "赋权乡镇要写明依据哪份文件" in page
    where, _ = await previewed(town, spreadsheet([RIVER]), paper_title="", paper_number="", paper_on="")
    assert (await confirmed(town, where)).status_code == 303


async def test_five_thousand_faulty_rows_get_a_clear_answer_and_write_nothing(town: Cast) -> None:
    rows = [
        STALL | {"code": f"SR-{number}", "name": "", "effective_on": "2020-01-01"} for number in range(5000)
    ]
    where, page = await previewed(town, spreadsheet(rows))
    assert "5,000行有错，没有导入" in page
    assert "写上事项名称" in page
    assert "生效日期2020-01-01已经过去，最早是今天2026-11-20" in page
    assert page.count("第2—5001行") == 2
    assert await counted("matters") == 0
    file = await (await town.browser("duizhang")).get(f"{where}/faults.xlsx")
    assert file.content[:2] == b"PK"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "invalid"),
        (b"not a spreadsheet", "list_unreadable"),
        (b"PK\x03\x04" + b"\x00" * 200, "list_unreadable"),
        (spreadsheet([STALL])[:2000], "list_unreadable"),
        (spreadsheet([{"code": "SR-01", "name": "只有两栏"}]), "list_columns_missing"),
        (spreadsheet([], fields=list(STALL)), "list_empty"),
        (spreadsheet([], above=25), "list_columns_missing"),
    ],
    ids=["empty", "text", "half a zip", "cut off", "two columns", "no rows", "titles too far down"],
)
async def test_what_is_no_list_is_refused_with_what_to_do(town: Cast, data: bytes, code: str) -> None:
    answer = await upload(town, data)
    assert 400 <= answer.status_code < 500
    assert "示政发〔2026〕6号" in answer.text  # what was typed is still there
    assert await counted("matter_imports") == 0
    said = {
        "invalid": "这个文件读不出来",
        "list_unreadable": "这个文件读不出来",
        "list_empty": "表里一行也没有写",
    }
    assert said.get(code, "表头对不上") in answer.text


async def test_missing_columns_are_named(town: Cast) -> None:
    answer = await upload(town, spreadsheet([{"code": "SR-01", "name": "只有两栏"}]))
    assert "缺少栏目：领域、状态、法律依据、行业监管单位、处罚实施主体" in answer.text


async def test_a_heading_above_the_titles_does_no_harm_and_rows_keep_their_numbers(town: Cast) -> None:
    _, page = await previewed(town, spreadsheet([STALL | {"name": ""}], above=2))
    assert "第4行" in page


async def test_more_rows_than_a_list_can_have_are_refused(town: Cast) -> None:
    rows = [RIVER | {"code": f"SW-{number}"} for number in range(10_001)]
    answer = await upload(town, spreadsheet(rows))
    assert (answer.status_code, "一张表最多10000行" in answer.text) == (413, True)


async def test_a_file_that_unpacks_without_end_stops_at_the_press(town: Cast) -> None:
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(spreadsheet([STALL]))) as good,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            filler = b" " * 50_000_000 if name.endswith("sheet1.xml") else b""
            bad.writestr(name, good.read(name) + filler)
    answer = await upload(town, bomb.getvalue())
    assert answer.status_code in (303, 422)
    assert await counted("matters") == 0


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"effective_on": "2026-11-19"}, "生效日期2026-11-19已经过去"),
        ({"effective_on": ""}, "写上生效日期"),
        ({"paper_on": "昨天"}, "“昨天”不是日期"),
        ({"paper_title": ""}, "写上文件名称"),
    ],
)
async def test_what_holds_for_all_rows_is_judged_before_the_file(
    town: Cast, form: dict[str, str], said: str
) -> None:
    answer = await upload(town, spreadsheet([STALL]), **form)
    assert answer.status_code in (400, 422)
    assert said in answer.text
    assert await counted("matter_imports") == 0
