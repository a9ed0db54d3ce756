"""Papers in words, as they are frozen: between the invented township and the county's city management."""

from datetime import date, datetime
from typing import Any

import msgspec

from backend.foundation.letters.papers.paper import Check
from backend.foundation.letters.wording import Correspondents, Office, in_words
from backend.foundation.letters.wording.contents import (
    AcceptanceNotice,
    Contact,
    Content,
    ExtensionNotice,
    HandoffLetter,
    HandOverRecord,
    Material,
    MaterialList,
    ReceiptSlip,
    ReturnNotice,
    kind_of,
)
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA

NUMBER = "示政执移〔2026〕7号"
CHECK = Check("http://192.168.10.24:8443/v/7K4M9QZX2WPR5TBN8HJD", "7K4M 9QZX 2WPR 5TBN 8HJD")
TOWN = Office("示范镇人民政府", "township", "0000-0000001", "示范镇")
BUREAU = Office("县城市管理局", "department", "0000-0000002")
STATION = Office("自然资源所", "stationed", "", "示范镇")
MATTER = "未经许可从事餐厨垃圾收运"


def at(day: int, hour: int = 9, minute: int = 5) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


MATERIALS = (
    Material(kind="案源材料", title="现场检查笔录", extent="3页", sha256="ab" * 32),
    Material(kind="证据材料", title="证据照片", extent="6张", sha256="cd" * 32),
)
LETTER = HandoffLetter(
    matter=MATTER,
    discovered_at=at(20, 16, 40),
    place="示范镇振兴街后巷",
    party="示范县好又来农副产品批发有限责任公司",
    facts="驾驶轻型货车收运餐厨垃圾，现场装有餐厨垃圾桶4只，未能出示许可。",
    basis="《城市生活垃圾管理办法》第十七条",
    stopped="我镇执法人员当场劝阻，当事人已停止收运",
    told="同日16时55分已电话告知你局",
    materials=MATERIALS,
    contact=Contact("沈禾", "0000-0000005"),
    copies=("县司法局",),
)
ACCEPTANCE = AcceptanceNotice(
    matter=MATTER,
    letter=NUMBER,
    received_at=at(23),
    accepted_at=at(24),
    handler="环境卫生管理科",
    contact=Contact("顾云舒"),
)
RETURN = ReturnNotice(
    matter=MATTER,
    letter=NUMBER,
    received_at=at(23),
    reason="该行为涉及危险化学品运输，行政处罚权不在我局。",
    basis="《危险化学品安全管理条例》第六条",
    competent="县应急管理局",
    contact=Contact("顾云舒"),
)
EXTENSION = ExtensionNotice(
    matter=MATTER,
    discovered_at=at(20, 16, 40),
    ground="调查核实等客观原因",
    until=date(2026, 12, 4),
    contact=Contact("沈禾"),
)
LIST = MaterialList(matter=MATTER, materials=MATERIALS)
SLIP = ReceiptSlip(matter=MATTER, materials=2, received_at=at(23), received_by="顾云舒")
HAND_OVER = HandOverRecord(
    matter="占用耕地挖塘养鱼",
    discovered_at=at(20),
    facts="在基本农田内开挖鱼塘约两亩。",
    place="下坝村",
    party="旻堃喆祎",
    materials=MATERIALS,
    handed_by="韩立夏",
    handed_at=at(21),
    until=at(30),
)
ALL: dict[str, Content] = {
    kind_of(content): content for content in (LETTER, ACCEPTANCE, RETURN, EXTENSION, LIST, SLIP, HAND_OVER)
}


def between(content: Content, profile: str = "eshan", **changes: Any) -> Correspondents:
    """Who writes: answers come from the bureau, records of hand-over go to the stationed office."""
    answered = isinstance(content, AcceptanceNotice | ReturnNotice | ReceiptSlip)
    issuer, addressee = (BUREAU, TOWN) if answered else (TOWN, BUREAU)
    if isinstance(content, HandOverRecord):
        addressee = STATION
    given: dict[str, Any] = {"issuer": issuer, "addressee": addressee, "texts": {}, "accompanied": NUMBER}
    return Correspondents(profile=load_profile(profile), **(given | changes))


def paper(content: Content = LETTER, profile: str = "eshan", **changes: Any) -> dict[str, Any]:
    """As the press is handed it; `changes` are fields of the paper itself."""
    said = in_words(content, between(content, profile), number=NUMBER, at=at(23), check=CHECK, marks="")
    built: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(said, **changes))
    return built
