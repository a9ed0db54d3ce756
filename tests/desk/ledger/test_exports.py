"""What is taken away is exactly what is shown, and says no more of people than it may."""

import json
from datetime import datetime

import pytest

from tests.desk.ledger.seeing import address, listed
from tests.desk.ledger.taking import by_calamine, by_csv, by_openpyxl, events, file
from tests.desk.ledger.test_filtering import a_week
from tests.field.street import Street, ago, code_of

MINOR = {"name": "钱小小", "kind": "person", "contact": "13800000001", "age": "under14"}
ADULT = {"name": "孙某娥", "kind": "person", "contact": "13800000002", "age": "adult"}
FIRM = {"name": "示范镇顺心百货店", "kind": "firm", "contact": "13800000003"}


@pytest.mark.parametrize(
    "asked", [{}, {"state": "active"}, {"unit": "sfz-jj"}, {"q": "垃圾"}, {"from_": "2026-11-20"}]
)
async def test_as_many_lines_are_taken_as_are_shown(street: Street, asked: dict[str, str]) -> None:
    await a_week(street)
    shown = await listed(street, **asked)
    for table in (
        by_calamine(await file(street, "xlsx", **asked)),
        by_csv(await file(street, "csv", **asked)),
    ):
        assert [line["名称"] for line in table] == shown


async def test_every_cell_says_what_the_api_says(street: Street) -> None:
    await a_week(street)
    items = (await street.get("lingdao", "/patrols")).json()["items"]
    content = await file(street, "xlsx")
    for line, also, item in zip(by_calamine(content), by_openpyxl(content), items, strict=True):
        assert (line["备案号"], line["名称"], line["种类"]) == (
            item["number"] or "",
            item["title"],
            item["kind_name"],
        )
        assert line["参加单位"].split("、") == item["unit_names"]
        assert (line["发现（处）"], line["照片（张）"]) == (item["finding_count"], item["photo_count"])
        assert (_moment(line["开始"]), _moment(line["结束"])) == (
            _of(item["started_at"]),
            _of(item["ended_at"]),
        )
        assert line["记录编号"] == item["id"]
        assert {name: value for name, value in also.items() if value != line[name]} == {}


async def test_both_files_hold_the_same(street: Street) -> None:
    await a_week(street)
    sheet, text = by_calamine(await file(street, "xlsx")), by_csv(await file(street, "csv"))
    assert [list(line) for line in sheet] == [list(line) for line in text]
    for line, also in zip(sheet, text, strict=True):
        for name, value in line.items():
            if isinstance(value, datetime):
                assert also[name][:16] == value.isoformat()[:16]
            elif isinstance(value, float):
                assert float(also[name]) == value
            else:
                assert also[name] == value


async def test_what_was_handled_how_is_told_in_short(street: Street) -> None:
    patrol = await street.patrol()
    for disposition in ("persuaded", "corrected", "persuaded"):
        await street.finding(patrol, disposition=disposition)
    [line] = by_csv(await file(street, "csv"))
    assert (line["处置概况"], line["人员"], line["到场确认"]) == (
        "劝导2、当场改正1",
        "周青岩、沈禾、程一诺",
        "0/2个单位",
    )


async def test_findings_stand_on_a_sheet_of_their_own(street: Street) -> None:
    patrol = await street.patrol(title="甲")
    await street.finding(patrol, address="石门大桥", facts="堆放建筑垃圾", ongoing=True)
    await street.finding(
        patrol, category="未发现问题", nothing_found=True, disposition="none", position={"source": "none"}
    )
    first, second = by_calamine(await file(street, "xlsx"), "发现")
    assert [first[name] for name in ("巡查名称", "序号", "类别", "地点", "情况", "处置", "正在发生")] == [
        "甲", 1, "占道经营", "石门大桥", "堆放建筑垃圾", "劝导", "是",
    ]  # fmt: skip
    assert [first[name] for name in ("纬度", "经度", "精度（米）", "定位方式")] == [
        24.1633,
        102.3904,
        8,
        "卫星定位",
    ]
    assert [second[name] for name in ("类别", "处置", "纬度", "定位方式")] == [
        "未发现问题",
        "",
        "",
        "没有定位",
    ]


async def test_the_sheet_says_what_was_exported(street: Street) -> None:
    await street.patrol()
    content = await file(street, "xlsx", unit="sfz-pcs", from_="2026-11-01", officer="minjing")
    told = [(line["项目"], line["内容"]) for line in by_calamine(content, "导出说明")]
    assert ("导出时间", "2026-11-20 12:00:00 +08:00") in told
    assert [pair for pair in told if pair[0].startswith("筛选")] == [
        ("筛选 从", "2026-11-01"), ("筛选 参加单位", "派出所"), ("筛选 人员", "周青岩"),
    ]  # fmt: skip
    assert {"性质", "行数", "发现行数"} <= {name for name, _ in told}


async def test_text_never_becomes_a_formula(street: Street) -> None:
    for sign in ("=1+1", "+1", "-1", "@SUM(A1)", "＝1"):
        await street.patrol(title=sign, started_at=ago(hours=3))
    assert {line["名称"] for line in by_calamine(await file(street, "xlsx"))} == {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1",
    }
    assert all(line["名称"].startswith("'") for line in by_csv(await file(street, "csv")))


async def test_a_csv_is_read_by_office_programs(street: Street) -> None:
    assert (await file(street, "csv")).startswith(b"\xef\xbb\xbf")


async def test_an_empty_ledger_is_a_head_alone(street: Street) -> None:
    assert by_calamine(await file(street, "xlsx")) == by_csv(await file(street, "csv")) == []


@pytest.mark.parametrize(
    ("who", "adult"), [("duiyuan", "孙某娥"), ("lingdao", "孙某娥"), ("dangban", "孙某某"), ("zhihui", "孙某某"), ("xieguan", "孙某某")]
)  # fmt: skip
async def test_parties_are_named_to_those_who_need_it(street: Street, who: str, adult: str) -> None:
    patrol = await street.patrol()
    for party in (MINOR, ADULT, FIRM):
        await street.finding(patrol, party=party)
    parties = [line["当事人"] for line in by_calamine(await file(street, "xlsx", who), "发现")]
    assert parties == ["未成年人（不满14周岁）", adult, "示范镇顺心百货店"]


async def test_nobody_takes_away_telephone_numbers_or_minors(street: Street) -> None:
    patrol = await street.patrol()
    for party in (MINOR, ADULT, FIRM):
        await street.finding(patrol, party=party)
    cells = [str(cell) for sheet in ("台账", "发现") for line in by_calamine(await file(street, "xlsx", "duizhang"), sheet) for cell in line.values()]  # fmt: skip
    assert not [cell for cell in cells if "138000" in cell or "钱小小" in cell]


async def test_a_misspelt_filter_exports_nothing(street: Street) -> None:
    assert code_of(await street.get("lingdao", address("/patrols.xlsx", unti="2026-11-01"))) == (
        400,
        "unknown_field",
    )
    assert await events("ledger.exported") == []


@pytest.mark.parametrize("who", ["minjing", "jiaojing", "ziran", "guanli", "chengguan"])
async def test_who_may_not_take_it_away(street: Street, who: str) -> None:
    assert code_of(await street.get(who, "/patrols.xlsx")) == (403, "not_allowed")


async def test_others_take_away_what_they_see(street: Street) -> None:
    await street.patrol(title="police")
    await street.patrol(title="market", crew=["duiyuan", "shichang"], started_at=ago(hours=3))
    assert [line["名称"] for line in by_csv(await file(street, "csv", "suozhang"))] == ["police"]
    assert by_csv(await file(street, "csv", "linzhen")) == []


async def test_the_journal_says_who_took_what(street: Street) -> None:
    await street.patrol()
    await file(street, "csv", "duizhang", state="active")
    [event] = await events("ledger.exported")
    person = await street.cast.person("duizhang")
    assert (event["actor"], event["chain"]) == (person.id, person.township_id)
    assert json.loads(event["body"]) == {"format": "csv", "filters": {"state": "active"}, "patrols": 1}


async def test_the_file_is_named_by_township_and_days(street: Street) -> None:
    answer = await street.get("lingdao", "/patrols.xlsx?from=2026-11-01&until=2026-11-30")
    assert "filename*=utf-8''%E7%A4%BA%E8%8C%83%E9%95%87" in answer.headers["content-disposition"]
    assert "20261101-20261130.xlsx" in answer.headers["content-disposition"]
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
    plain = await street.get("lingdao", "/patrols.csv?from=2026-11-01&until=2026-11-30")
    assert plain.headers["content-type"] == "text/csv; charset=utf-8"


def _moment(cell: object) -> str:
    return cell.isoformat()[:16] if isinstance(cell, datetime) else ""


def _of(moment: str | None) -> str:
    return moment[:16] if moment else ""
