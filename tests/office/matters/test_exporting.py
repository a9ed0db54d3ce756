"""The list as a spreadsheet, in the form that is read again."""

from datetime import date

import pytest

from backend.demo.organisation import unit_id
from backend.office.matters.commands.versions import withdraw_version
from backend.office.matters.rules.matter import Basis, Named, Tier
from tests.office.matters.lists import CITY, WATER, act, adjusted, listed, listed_next_door
from tests.office.matters.sheets import RIVER, STALL, cells, confirmed, imported, previewed, spreadsheet
from tests.rig.cast import Cast
from tests.rig.clock import Clock


async def exported(town: Cast, who: str = "duiyuan", path: str = "/matters/list.xlsx") -> bytes:
    answer = await (await town.browser(who)).get(path)
    assert answer.status_code == 200
    return answer.content


async def test_what_goes_out_comes_back_as_no_change(town: Cast, press: None) -> None:
    office = Named("县自然资源局", unit_id("sfz-zrs"))
    await listed(
        "ZR-01", "占地建房", "偷建", standing="kept", supervising=office, punishing=office, prosecution="五亩以上",
        basis=(Basis("土地管理法", "第七十七条"), Basis("城乡规划法")), standard="第一行\n第二行", end_duty="处罚",
        tiers=(Tier("较轻", "", "警告"), Tier("较重", "再犯", "罚款")),
    )  # fmt: skip
    matter = await listed("SR-01", "=1+1", supervising=CITY)
    await adjusted(matter, 1, date(2026, 12, 1), standing="taken_back", punishing=CITY)
    await listed("NY-01", standing="kept", punishing=Named("县农业农村局"), supervising=WATER)
    data = await exported(town)
    where, page = await previewed(town, data, effective_on="2026-12-05", whole="1")
    assert "和清单里的完全一样" in page
    assert "3" in page
    assert (await confirmed(town, where)).status_code == 303


async def test_an_edited_export_changes_what_was_edited(town: Cast, press: None) -> None:
    await imported(town, [STALL, RIVER])
    rows = {row["事项编码"]: row for row in cells(await exported(town))}
    assert rows["SW-01"]["处罚实施主体"] == "县水利局"
    assert rows["SW-01"]["实施主体代码"] == "slj"
    assert rows["SR-01"]["状态"] == "赋权乡镇"
    assert str(rows["SR-01"]["生效日期"])[:10] == "2026-11-20"
    _, page = await previewed(town, spreadsheet([STALL, RIVER | {"standard": "滩地也算"}]))
    assert "调整 <small>1项</small>" in page


async def test_no_cell_is_ever_a_formula(town: Cast) -> None:
    await listed("SR-01", '=HYPERLINK("http://x")', name="=1+1")
    [row] = cells(await exported(town))
    assert (row["事项名称"], row["常用说法"]) == ("=1+1", '=HYPERLINK("http://x")')
    assert b"<f>" not in await exported(town)


async def test_what_was_dropped_is_left_out_and_what_is_to_come_is_in(town: Cast, noon: Clock) -> None:
    gone, coming = await listed("SR-01"), date(2026, 12, 1)
    await adjusted(gone, 1, date(2026, 11, 20), standing="dropped")
    await listed("SR-02", day=coming)
    await withdraw_version(await listed("SR-03", day=coming), 1, "决定撤销", 1, act())
    assert [row["事项编码"] for row in cells(await exported(town))] == ["SR-02"]


async def test_an_empty_form_explains_itself_and_lists_the_bodies(town: Cast) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(await exported(town, path="/matters/form.xlsx")))
    assert book.sheetnames == ["事项清单", "填写说明", "单位代码"]
    codes = [row[0] for row in book["单位代码"].iter_rows(values_only=True)]
    assert {"sfz", "cgj", "slj"} <= set(codes)
    assert "lz" not in codes
    assert book["事项清单"]["A1"].value == "事项编码*"


async def test_a_county_body_takes_the_list_of_the_township_it_names(town: Cast) -> None:
    await listed("SR-01")
    await listed_next_door("LZ-01")
    found = cells(await exported(town, "chengguan", "/api/v1/matters.xlsx?township=lz"))
    assert [row["事项编码"] for row in found] == ["LZ-01"]


@pytest.mark.parametrize("who", ["duiyuan", "chengguan"])
async def test_it_is_a_file_named_for_the_township(town: Cast, who: str) -> None:
    answer = await (await town.browser(who)).get("/matters/list.xlsx?township=sfz")
    assert "20261120.xlsx" in answer.headers["content-disposition"]
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
