"""One invented paper of each kind, to show a text on before it is used. Pure: the moment comes as an argument."""

from datetime import datetime, timedelta

from backend.foundation.letters.official import (
    AcceptanceNotice,
    Contact,
    Content,
    ExtensionNotice,
    HandoffLetter,
    HandOverRecord,
    HazardReport,
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
    found, received = at - timedelta(days=3), at - timedelta(days=1)
    papers: dict[str, Content] = {
        "handoff_letter": HandoffLetter(
            matter=MATTER,
            discovered_at=found,
            facts=FACTS,
            contact=CONTACT,
            place="振兴街后巷",
            party="示范县好又来农副产品批发有限责任公司",
            basis="《城市生活垃圾管理办法》第十七条",
            stopped="执法人员当场劝阻，当事人已停止收运",
            told="同日已电话告知",
            materials=MATERIALS,
        ),
        "acceptance_notice": AcceptanceNotice(
            matter=MATTER,
            letter=NUMBER,
            received_at=received,
            accepted_at=at,
            contact=CONTACT,
            handler="环卫科",
        ),
        "return_notice": ReturnNotice(
            matter=MATTER,
            letter=NUMBER,
            received_at=received,
            reason="该行为的行政处罚权不在本机关",
            competent="县应急管理局",
            contact=CONTACT,
        ),
        "extension_notice": ExtensionNotice(
            matter=MATTER,
            discovered_at=found,
            ground="调查核实等客观原因",
            until=(at + timedelta(days=10)).date(),
            contact=CONTACT,
        ),
        "material_list": MaterialList(matter=MATTER, materials=MATERIALS),
        "receipt_slip": ReceiptSlip(matter=MATTER, materials=2),
        "hand_over_record": HandOverRecord(
            matter="占用耕地挖塘养鱼",
            discovered_at=found,
            facts="在耕地内开挖鱼塘约两亩",
            materials=MATERIALS,
        ),
        "hazard_report": HazardReport(
            matter="燃气隐患",
            department="县应急管理局",
            found_at=found,
            facts="一餐馆后厨存放十二个液化石油气瓶，与明火同室",
            endangers="周边居民、顾客人群",
            told_at=found + timedelta(minutes=2),
            told_by=("联动系统", "电话"),
            contact=CONTACT,
        ),
    }
    return papers[kind]
