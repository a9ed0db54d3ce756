"""One invented paper of each kind, to show a text on before it is used. Pure: the moment comes as an argument."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from backend.foundation.letters.official import (
    AcceptanceNotice,
    Contact,
    Content,
    ExtensionNotice,
    HandoffLetter,
    HandOverRecord,
    HazardReport,
    IncidentReport,
    Material,
    MaterialList,
    ReceiptSlip,
    ReturnNotice,
)

MATTER, NUMBER = "未经许可从事餐厨垃圾收运", "示政执移〔2026〕7号"
CONTACT = Contact("沈禾", "0000-0000005")
MATERIALS = (
    Material(kind="案源材料", title="现场检查笔录", extent="3页", sha256="0" * 64),
    Material(kind="证据材料", title="证据照片", extent="6张", sha256="1" * 64),
)
FACTS = "驾驶轻型货车收运餐厨垃圾，现场装有餐厨垃圾桶4只，未能出示许可"


def sample(kind: str, at: datetime) -> Content:
    """KeyError for a kind that does not exist."""
    return _SAMPLES[kind](at)


def _handoff_letter(at: datetime) -> Content:
    return HandoffLetter(
        matter=MATTER,
        discovered_at=_found(at),
        facts=FACTS,
        contact=CONTACT,
        place="振兴街后巷",
        party="示范县好又来农副产品批发有限责任公司",
        basis="《城市生活垃圾管理办法》第十七条",
        stopped="执法人员当场劝阻，当事人已停止收运",
        told="同日已电话告知",
        materials=MATERIALS,
    )


def _acceptance_notice(at: datetime) -> Content:
    return AcceptanceNotice(
        matter=MATTER,
        letter=NUMBER,
        received_at=_received(at),
        accepted_at=at,
        contact=CONTACT,
        handler="环卫科",
    )


def _return_notice(at: datetime) -> Content:
    return ReturnNotice(
        matter=MATTER,
        letter=NUMBER,
        received_at=_received(at),
        reason="该行为的行政处罚权不在本机关",
        competent="县应急管理局",
        contact=CONTACT,
    )


def _extension_notice(at: datetime) -> Content:
    return ExtensionNotice(
        matter=MATTER,
        discovered_at=_found(at),
        ground="调查核实等客观原因",
        until=(at + timedelta(days=10)).date(),
        contact=CONTACT,
    )


def _hand_over_record(at: datetime) -> Content:
    return HandOverRecord(
        matter="占用耕地挖塘养鱼",
        discovered_at=_found(at),
        facts="在耕地内开挖鱼塘约两亩",
        materials=MATERIALS,
    )


def _hazard_report(at: datetime) -> Content:
    return HazardReport(
        matter="燃气隐患",
        department="县应急管理局",
        found_at=_found(at),
        facts="一餐馆后厨存放十二个液化石油气瓶，与明火同室",
        endangers="周边居民、顾客人群",
        told_at=_found(at) + timedelta(minutes=2),
        told_by=("联动系统", "电话"),
        contact=CONTACT,
    )


def _incident_report(at: datetime) -> Content:
    return IncidentReport(
        matter="围堵阻碍执法事件",
        stage="书面报告",
        happened_at=_received(at),
        first_at=_received(at) + timedelta(minutes=11),
        place="示范镇农贸市场",
        facts="规范占道经营时，约二十人围住执法人员，经民警到场劝离",
        casualties="没有人员伤亡",
        measures="民警到场控制现场，疏散围观群众，固定证据",
        explained="向围观群众说明执法依据和经营者的申辩途径",
        coming="安排人员值守，走访当事人",
        contact=CONTACT,
    )


def _found(at: datetime) -> datetime:
    return at - timedelta(days=3)


def _received(at: datetime) -> datetime:
    return at - timedelta(days=1)


_SAMPLES: Final[dict[str, Callable[[datetime], Content]]] = {
    "handoff_letter": _handoff_letter,
    "acceptance_notice": _acceptance_notice,
    "return_notice": _return_notice,
    "extension_notice": _extension_notice,
    "material_list": lambda _: MaterialList(matter=MATTER, materials=MATERIALS),
    "receipt_slip": lambda _: ReceiptSlip(matter=MATTER, materials=2),
    "hand_over_record": _hand_over_record,
    "hazard_report": _hazard_report,
    "incident_report": _incident_report,
}
