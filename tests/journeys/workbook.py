"""The exported ledger read back by two programs that did not write it, and what each of its cells has to say."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.async_api import Page

from backend.foundation.now import CHINA
from tests.desk.ledger.taking import by_calamine, by_openpyxl
from tests.journeys.record import told

Cells = dict[str, Any]

SOURCES = {"gps": "卫星定位", "map": "地图上选", "none": "没有定位"}
YES_NO = {True: "是", False: "否"}
# The API lists photos by record, and gives a party's name only to those whose work needs it.
NOT_TOLD = {"照片（张）", "当事人", "需注意"}
# A spreadsheet counts time in days.
TICK = timedelta(milliseconds=2)
# Of a patrol that is over the ledger says what is still to be done. At some hours the invented weeks have one.
UNFILED = {"done": "未备案"}


async def says_what_the_api_says(page: Page, file: Path) -> int:
    """Every cell of every line on both sheets, read by calamine and by openpyxl; how many cells were compared."""
    content, asked = file.read_bytes(), page.url.partition("?")[2]
    patrols = [
        await told(page, f"/patrols/{each['id']}")
        for each in (await told(page, f"/patrols?{asked}"))["items"]
    ]
    expected = {
        "台账": [await _patrol(page, record) for record in patrols],
        "发现": [cells for record in patrols for cells in await _findings(page, record)],
    }
    compared = 0
    for sheet, lines in expected.items():
        read = by_calamine(content, sheet)
        assert _differences(read, by_openpyxl(content, sheet)) == []
        assert _differences(read, lines) == []
        compared += sum(map(len, lines))
    return compared


def _differences(read: list[Cells], lines: list[Cells]) -> list[str]:
    """Each cell that says something else; `lines` may leave columns out."""
    found = [] if len(read) == len(lines) else [f"{len(read)} lines, not {len(lines)}"]
    return found + [
        f"{at} {name}: {cells[name]!r}, not {value!r}"
        for at, (cells, line) in enumerate(zip(read, lines, strict=False), start=1)
        for name, value in line.items()
        if not _same(cells[name], value)
    ]


def _same(cell: Any, value: Any) -> bool:
    if isinstance(cell, datetime) and isinstance(value, datetime):
        return abs(cell - value) <= TICK
    if isinstance(cell, date) and isinstance(value, str):
        return cell.isoformat()[:10] == value
    if isinstance(value, set):
        return set(str(cell).split("、")) == value
    return bool(cell == value)


async def _patrol(page: Page, record: Mapping[str, Any]) -> Cells:
    """One line of the sheet 台账."""
    units = [unit["attendance"] for unit in record["units"]]
    started, ended = _moment(record["started_at"]), _moment(record["ended_at"])
    unsettled = record["review"] in ("returned", "amended")
    return {
        "备案号": record["number"] or "",
        "名称": record["title"],
        "种类": record["kind_name"],
        "状态": record["review_name"] if unsettled else UNFILED.get(record["state"], record["state_name"]),
        "开始": started or "",
        "结束": ended or "",
        "用时（分）": int((ended - started).total_seconds() // 60) if started and ended else "",
        "里程（公里）": round(record["length_m"] / 1000, 2),
        "参加单位": "、".join(record["unit_names"]),
        "人员": {stay["name"] for stay in record["stays"]},
        "到场确认": f"{sum(map(bool, units))}/{len(units)}个单位",
        "发现（处）": record["finding_count"],
        "照片（张）": record["photo_count"],
        "计划路线": record["planned_route"] or "",
        "经过重点场所": {place["name"] for place in record["passings"]} or {""},
        "小结": record["summary"] or "",
        "批阅": record["review_name"] if record["filed_at"] else "",
        "批示": "\n".join(map(_remark, record["remarks"])),
        "补记（条）": len(record["addenda"]),
        "着装行为检查": YES_NO[bool(record["conduct"])],
        "执法记录仪（段）": len(record["recordings"]),
        "备案时间": _moment(record["filed_at"]) or "",
        "备案人": record["filed_by_name"] or "",
        "取消原因": record["cancel_reason"] or "",
        "需注意": "人员同时在另一次巡查里" if record["overlaps"] else "",
        "记录编号": record["id"],
        **await _start(page, record["id"]),
    }


async def _findings(page: Page, record: Mapping[str, Any]) -> list[Cells]:
    """The lines of the sheet 发现 that belong to one patrol, by when they were found: a late one may have a high number."""
    names = {stay["username"]: stay["name"] for stay in record["stays"]}
    found = (await told(page, f"/patrols/{record['id']}/findings"))["items"]
    in_their_order = sorted(found, key=lambda each: (each["found_at"], each["number"]))
    return [_finding(record, each, names) for each in in_their_order]


def _finding(record: Mapping[str, Any], each: Mapping[str, Any], names: Mapping[str, str]) -> Cells:
    place = {name: "" if value is None else value for name, value in each["position"].items()}
    return {
        "备案号": record["number"] or "",
        "巡查名称": record["title"],
        "序号": each["number"],
        "发现时间": _moment(each["found_at"]),
        "类别": "未发现问题" if each["nothing_found"] else each["category"],
        "事项编码": each["matter_code"] or "",
        "地点": each["address"] or "",
        "纬度": place["lat"],
        "经度": place["lon"],
        "精度（米）": place["accuracy_m"],
        "定位方式": SOURCES[place["source"]],
        "情况": each["facts"],
        "处置": "" if each["nothing_found"] else each["disposition_name"],
        "执法人员": "、".join(names[username] for username in each["acting"]),
        "正在发生": YES_NO[each["ongoing"]],
        "复查日期": each["recheck_on"] or "",
        "登记人": each["created_by_name"],
        "巡查编号": record["id"],
        "发现编号": each["id"],
    }


async def _start(page: Page, patrol: str) -> Cells:
    """Where the first fix of its track lies."""
    features = (await told(page, f"/patrols/{patrol}.geojson"))["features"]
    track = next((each["geometry"] for each in features if each["properties"]["kind"] == "track"), None)
    if track is None:
        return {"起点纬度": "", "起点经度": ""}
    lon, lat = track["coordinates"] if track["type"] == "Point" else track["coordinates"][0]
    return {"起点纬度": lat, "起点经度": lon}


def _remark(entry: Mapping[str, Any]) -> str:
    returned = " 退回补正" if entry["returned"] else ""
    return f"{entry['by']} {_moment(entry['at']):%Y-%m-%d %H:%M}{returned}：{entry['text']}"


def _moment(text: str | None) -> datetime | None:
    """As a cell holds it: Beijing time without saying so."""
    return datetime.fromisoformat(text).astimezone(CHINA).replace(tzinfo=None) if text else None
