"""What an auditor finds in the columns of an exported ledger. Pure.

Positions are WGS-84; what a copy that leaves must not say of a party is masked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from backend.desk.ledger.cells import Column, Row
from backend.desk.ledger.lines import shown
from backend.desk.ledger.masking import Party, free_words, party_words
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.rules.patrol import KINDS
from backend.field.patrols.rules.review import WORDS as REVIEWS
from backend.field.patrols.rules.states import State
from backend.foundation.now import local
from backend.foundation.outbox import is_trusted
from backend.foundation.positions import SOURCES

NOTHING_FOUND = "未发现问题"
MINUTE, KILOMETRE = 60, 1000
_WRITTEN = ("title", "planned_route", "summary", "cancel_reason")
Entry = Mapping[str, Any]

PATROLS = (
    Column("备案号", 22), Column("名称", 34), Column("种类", 14), Column("状态", 10),
    Column("开始", 17, "moment"), Column("结束", 17, "moment"), Column("用时（分）", 10, "whole"),
    Column("里程（公里）", 12, "decimal"), Column("参加单位", 30), Column("人员", 40), Column("到场确认", 12),
    Column("发现（处）", 10, "whole"), Column("处置概况", 28), Column("照片（张）", 10, "whole"), Column("计划路线", 30),
    Column("经过重点场所", 30), Column("小结", 50), Column("批阅", 10), Column("批示", 50), Column("补记（条）", 10, "whole"),
    Column("着装行为检查", 12), Column("执法记录仪（段）", 12, "whole"), Column("起点纬度", 12, "position"),
    Column("起点经度", 12, "position"), Column("备案时间", 17, "moment"), Column("备案人", 12), Column("取消原因", 20),
    Column("需注意", 30), Column("记录编号", 38),
)  # fmt: skip
FINDINGS = (
    Column("备案号", 22), Column("巡查名称", 34), Column("序号", 8, "whole"), Column("发现时间", 17, "moment"),
    Column("类别", 16), Column("事项编码", 14), Column("地点", 34), Column("纬度", 12, "position"), Column("经度", 12, "position"),
    Column("精度（米）", 10, "decimal"), Column("定位方式", 12), Column("情况", 60), Column("处置", 12), Column("执法人员", 20),
    Column("正在发生", 10), Column("复查日期", 12, "day"), Column("当事人", 24), Column("照片（张）", 10, "whole"),
    Column("登记人", 12), Column("需注意", 20), Column("巡查编号", 38), Column("发现编号", 38),
)  # fmt: skip
NOTES = ("坐标系 WGS-84，时间均为北京时间", "电话、证件号码不导出，未成年人不具名")


@dataclass(frozen=True, slots=True)
class Details:
    """What hangs on one patrol: names in order, units present and confirmed, findings by disposition, words."""

    crew: list[str]
    units: int
    confirmed: int
    dispositions: dict[str, int]
    passed: list[str]
    remarks: list[Entry]
    addenda: int
    checked: bool
    recordings: int
    parties: list[Party]


def patrol_row(patrol: Entry, state: State, details: Details, *, named: bool) -> Row:
    """In the order of PATROLS; `named` whether the reader is given parties' names."""
    started, ended = patrol["started_at"], patrol["ended_at"]
    title, route, summary, reason, remarks = (
        free_words(text, details.parties, named=named)
        for text in (*(patrol[each] for each in _WRITTEN), remarks_words(details.remarks))
    )
    return (
        patrol["number"], title, KINDS[patrol["kind"]], shown(state, patrol["review"])[0],
        started, ended, int((ended - started).total_seconds() // MINUTE) if started and ended else None,
        round(patrol["length_m"] / KILOMETRE, 2), patrol["unit_names"], "、".join(details.crew),
        f"{details.confirmed}/{details.units}个单位", patrol["finding_count"], dispositions_words(details.dispositions),
        patrol["photo_count"], route, "、".join(details.passed), summary,
        REVIEWS[patrol["review"]] if patrol["filed_at"] else None, remarks, details.addenda,
        details.checked, details.recordings, patrol["start_lat"], patrol["start_lon"], patrol["filed_at"],
        patrol["filed_by_name"], reason, _doubts(patrol), str(patrol["id"]),
    )  # fmt: skip


def finding_row(patrol: Entry, finding: Entry, names: Mapping[str, str], *, named: bool) -> Row:
    """In the order of FINDINGS; `names` by username, `named` whether the reader is given parties' names."""
    nothing = bool(finding["nothing_found"])
    acting = msgspec.json.decode(finding["acting"], type=list[str])
    party = Party(finding["party_name"], finding["party_kind"], finding["party_age"])
    title, category, address, facts = (
        free_words(text, [party], named=named)
        for text in (patrol["title"], finding["category"], finding["address"], finding["facts"])
    )
    return (
        patrol["number"], title, finding["number"], finding["found_at"],
        NOTHING_FOUND if nothing else category, finding["matter_code"], address,
        finding["lat"], finding["lon"], finding["accuracy_m"], SOURCES[finding["position_source"]], facts,
        None if nothing else DISPOSITIONS[finding["disposition"]], "、".join(names.get(each, each) for each in acting),
        bool(finding["ongoing"]), finding["recheck_on"], party_words(party, named=named), finding["photos"],
        finding["by_name"], _marks(finding), str(patrol["id"]), str(finding["id"]),
    )  # fmt: skip


def dispositions_words(counted: Mapping[str, int]) -> str:
    """责令改正2、劝导1, in the order dispositions are named."""
    return "、".join(f"{words}{counted[name]}" for name, words in DISPOSITIONS.items() if counted.get(name))


def remarks_words(remarks: list[Entry]) -> str:
    """One line each: who, when, the words."""
    return "\n".join(
        f"{each['by_name']} {local(each['at']):%Y-%m-%d %H:%M}{' 退回补正' if each['returned'] else ''}：{each['text']}"
        for each in remarks
    )


def _doubts(patrol: Entry) -> str:
    doubts = {
        "人员同时在另一次巡查里": patrol["overlapping"],
        "改动时没有看到别人的改动": patrol["overwritten"],
        "手机时钟不准": not is_trusted(patrol["clock_offset_s"]),
    }
    return "；".join(words for words, true in doubts.items() if true)


def _marks(finding: Entry) -> str:
    marks = {"迟到补入": finding["late"], "手机时钟不准": not is_trusted(finding["clock_offset_s"])}
    return "；".join(words for words, true in marks.items() if true)
