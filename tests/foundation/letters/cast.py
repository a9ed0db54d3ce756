"""A patrol of the invented township, as its room would hand it to the compositor."""

from datetime import date, datetime
from typing import Any

from backend.foundation.letters.patrol_page import (
    Conduct,
    ConductPoint,
    CrewUnit,
    Fix,
    Interruption,
    Member,
    Note,
    Passed,
    PatrolPage,
    PrintedFinding,
    PrintedPhoto,
    Proof,
    RecorderUse,
    Signed,
)
from backend.foundation.letters.sketch.drawing import sketch
from backend.foundation.now import CHINA

NUMBER = "示执巡〔2026〕118号"
DIGEST = "18ac3e7343f016890c510e93f935261169d9e3f565436429830faf0934f4f8e4"
HEAD = "aaa9402664f1a41f40ebbc52c9993eb66aeb366602958fdfaa283b71e64db123"


def at(hour: int, minute: int, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


TEAM = CrewUnit(
    "示范镇综合行政执法队",
    (
        Member("赵喆", "带队，执法队员", "53042600121", at(19, 30), at(22, 10)),
        Member("阿依古丽·买买提", "协管员", "", at(19, 30), at(21, 0)),
    ),
    Signed("钱昇（队长）", at(22, 30)),
)
STATION = CrewUnit("示范镇派出所", (Member("孙玥", "民警", "", at(19, 40), None),), None)
FINDING = PrintedFinding(
    number=1,
    found_at=at(20, 46),
    category="户外广告",
    address="县道K12+300处东侧",
    position=Fix(24.173324, 102.406892, 8.2, "卫星定位"),
    facts="县道旁擅自设置大型户外广告牌一块，当事人未能出示审批手续。",
    disposition="责令停止，拟移送县城市管理局",
    party="示范镇某某广告部",
    recheck_on=date(2026, 12, 2),
    marks=("正在发生",),
)
PHOTOS = (PrintedPhoto("a", "1-1 11-22 20:46 拍摄"), PrintedPhoto("b", "1-2 11-22 20:47 相册"))
BLANK: dict[str, Any] = {
    "township": "示范镇",
    "unit": "示范镇综合行政执法队",
    "title": "夜间联合巡查：县道—下坝村",
    "kind": "联合巡查",
    "number": None,
    "filed": None,
    "started_at": at(19, 30),
    "ended_at": None,
    "planned_route": "",
    "length_m": 0.0,
    "crew": (TEAM,),
    "printed": Signed("郑祎（内勤）", at(9, 5, 23)),
}
FULL: dict[str, Any] = BLANK | {
    "number": NUMBER,
    "filed": Signed("赵喆", at(22, 20)),
    "ended_at": at(22, 10),
    "planned_route": "派出所—县道—下坝村—农贸市场",
    "length_m": 11_630.0,
    "crew": (TEAM, STATION),
    "gaps": (Interruption(at(21, 30), at(21, 34), "手机锁屏"),),
    "pauses": (Interruption(at(20, 50), at(21, 5), "处理其他警情"),),
    "places": (Passed("农贸市场", at(22, 0)),),
    "conduct": Conduct(
        (
            ConductPoint("统一着制式服装", True),
            ConductPoint("出示执法证件", True),
            ConductPoint("全程开启记录仪", False),
        ),
        Signed("钱昇", at(19, 25)),
    ),
    "recorders": (
        RecorderUse("记录仪DSJ-07", at(19, 30), at(22, 10), "20261122_193000_DSJ07.mp4", DIGEST, "档案室"),
    ),
    "findings": (FINDING,),
    "sketch": sketch(
        [[[(24.160, 102.390), (24.170, 102.400)], [(24.172, 102.402)]]], [(1, (24.173, 102.407))]
    ),
    "summary": "下坝村段排污口需持续关注。",
    "remarks": (Note("请城管部门尽快接收。", Signed("钱某（镇党委书记）", at(8, 10, 23))),),
    "addenda": (Note("第1处已拆除。", Signed("赵喆", at(10, 0, 24)), reason="复查结果", marks=("迟到",)),),
    "proof": Proof(1024, HEAD, DIGEST),
}


def blank(**changes: Any) -> PatrolPage:
    """A patrol just begun."""
    return PatrolPage(**(BLANK | changes))


def full(**changes: Any) -> PatrolPage:
    """A patrol filed, read and added to."""
    return PatrolPage(**(FULL | changes))
