"""A spreadsheet: previewed, confirmed to the letter, or refused row by row with nothing half-written."""

import io
import zipfile
from datetime import date

import pytest

from backend.demo.organisation import township_id
from backend.foundation.database import row
from backend.foundation.journal import timeline
from backend.foundation.now import now
from backend.office.matters import matter_in_force, matters_in_force
from tests.office.matters.lists import act, listed
from tests.office.matters.sheets import (
    PAPER,
    RIVER,
    STALL,
    confirmed,
    imported,
    previewed,
    spreadsheet,
    upload,
)
from tests.rig.cast import Cast
from tests.rig.clock import Clock

HERE = township_id("sfz")
pytestmark = pytest.mark.usefixtures("press")


async def counted(table: str) -> int:
    found = await row(f"SELECT COUNT(*) AS many FROM {table}")
    assert found
    return int(found["many"])


async def test_a_first_list_is_previewed_and_nothing_is_written_before_it_is_confirmed(town: Cast) -> None:
    where, page = await previewed(town, spreadsheet([STALL, RIVER]))
    assert "新列入" in page
    assert "清单还没有改" in page
    assert await counted("matters") == 0
    assert (await confirmed(town, where)).status_code == 303
    assert [found.code for found in await matters_in_force(HERE, now())] == ["SR-01", "SW-01"]


async def test_new_changed_taken_back_and_unchanged_are_told_apart(town: Cast) -> None:
    kept = STALL | {"code": "SR-02", "name": "乱扔果皮"}
    changed = STALL | {"code": "SR-03", "name": "乱贴小广告"}
    await imported(town, [STALL, kept, changed])
    back = STALL | {"standing": "已收回", "punishing": "县城市管理局"}
    where, page = await previewed(
        town, spreadsheet([back, kept, changed | {"standard": "电线杆也算"}, RIVER])
    )
    for words in ("收回", "新列入", "调整"):
        assert f"{words} <small>1项</small>" in page
    assert "<del>示范镇人民政府</del><ins>县城市管理局</ins>" in page
    assert "<ins>电线杆也算</ins>" in page
    assert '1<small>项</small></span><span class="ld-stat__name">没有变' in page
    await confirmed(town, where)
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    assert (found.standing, found.punishing.code, found.number) == ("taken_back", "cgj", 2)
    assert [m.number for m in await matters_in_force(HERE, now())] == [2, 1, 2, 1]


async def test_the_same_spreadsheet_again_changes_nothing(town: Cast) -> None:
    await imported(town, [STALL, RIVER])
    where, page = await previewed(town, spreadsheet([STALL, RIVER]))
    assert "和清单里的完全一样" in page
    await confirmed(town, where)
    assert await counted("matter_versions") == 2


async def test_what_a_whole_list_leaves_out_is_taken_back_or_leaves_it(town: Cast) -> None:
    await imported(town, [STALL, RIVER, RIVER | {"code": "SW-02"}])
    where, page = await previewed(town, spreadsheet([RIVER]), whole="1")
    assert "收回 <small>1项</small>" in page
    assert "移出清单 <small>1项</small>" in page
    await confirmed(town, where)
    left = {
        found.code: (found.standing, found.punishing.name) for found in await matters_in_force(HERE, now())
    }
    assert left == {"SR-01": ("taken_back", "县城市管理局"), "SW-01": ("kept", "县水利局")}


async def test_what_a_part_leaves_out_stays(town: Cast) -> None:
    await imported(town, [STALL, RIVER])
    await imported(town, [RIVER | {"standard": "岸坡也算"}])
    assert len(await matters_in_force(HERE, now())) == 2


async def test_sayings_alone_make_no_version(town: Cast) -> None:
    await imported(town, [STALL])
    where, page = await previewed(
        town, spreadsheet([STALL | {"sayings": "走鬼、出摊"}]), effective_on="2026-12-01"
    )
    assert "只改常用说法 <small>1项</small>" in page
    await confirmed(town, where)
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    assert (found.number, found.sayings) == (1, ("走鬼", "出摊"))


async def test_a_row_may_name_its_own_day_and_paper(town: Cast) -> None:
    own = STALL | {"effective_on": date(2026, 12, 1), "paper_title": "另一份决定"}
    await imported(town, [own, RIVER])
    assert [found.code for found in await matters_in_force(HERE, now())] == ["SW-01"]
    found = await matter_in_force(HERE, "SR-01", act().at.replace(month=12, day=2))
    assert found
    assert (found.effective_on, found.paper.title) == (date(2026, 12, 1), "另一份决定")


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
        "list_empty": "表里没有事项",
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


async def test_a_list_that_moved_meanwhile_is_not_overwritten(town: Cast) -> None:
    await imported(town, [RIVER])
    where, _ = await previewed(town, spreadsheet([STALL]))
    await listed("SR-77")
    answer = await confirmed(town, where)
    assert (answer.status_code, "list_moved" in answer.text) == (409, True)
    assert await matter_in_force(HERE, "SR-01", now()) is None


async def test_the_first_list_of_two_wins(town: Cast) -> None:
    one, _ = await previewed(town, spreadsheet([STALL]))
    other, _ = await previewed(town, spreadsheet([RIVER]))
    assert (await confirmed(town, one)).status_code == 303
    assert "list_moved" in (await confirmed(town, other)).text
    assert [found.code for found in await matters_in_force(HERE, now())] == ["SR-01"]


async def test_confirming_twice_writes_once(town: Cast) -> None:
    where, _ = await previewed(town, spreadsheet([STALL]))
    assert (await confirmed(town, where)).status_code == 303
    again = await confirmed(town, where)
    assert (again.status_code, "list_applied" in again.text) == (409, True)
    assert await counted("matter_versions") == 1


async def test_a_preview_whose_day_has_passed_is_not_carried_out(town: Cast, noon: Clock) -> None:
    where, _ = await previewed(town, spreadsheet([STALL]))
    noon.at("2026-11-21T00:00:00+08:00")
    answer = await confirmed(town, where)
    assert (answer.status_code, "matter_date_past" in answer.text) == (422, True)
    assert await counted("matters") == 0


async def test_the_journal_says_what_came_from_which_file(town: Cast) -> None:
    await imported(town, [STALL, RIVER])
    [moment] = await timeline("matter_list", HERE)
    assert (moment.kind, moment.payload and moment.payload["new"]) == ("matters.imported", 2)
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    [listed_by] = await timeline("matter", found.id)
    assert (listed_by.actor_name, str(found.paper)) == (
        "韩立夏",
        f"《{PAPER['paper_title']}》（{PAPER['paper_number']}）",
    )


async def test_a_form_that_is_no_upload_is_refused(town: Cast) -> None:
    answer = await (await town.browser("duizhang")).post(
        "/matters/imports", data={"effective_on": "2026-11-20"}
    )
    assert answer.status_code == 415


async def test_a_file_too_large_is_refused_before_it_is_read(town: Cast) -> None:
    answer = await upload(town, b"\x00" * (5 * 1024 * 1024 + 128 * 1024))
    assert answer.status_code == 413


async def test_nobody_but_the_keepers_sees_or_confirms_an_import(town: Cast) -> None:
    where, _ = await previewed(town, spreadsheet([STALL]))
    for who in ("duiyuan", "lingdao", "chengguan", "guanli"):
        assert (await confirmed(town, where, who)).status_code == 403
    assert await counted("matters") == 0
