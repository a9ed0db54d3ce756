"""Papers of the invented township, as a room would have them issued."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import transaction
from backend.foundation.letters.official import Contact, HandoffLetter, Letter, Material, ReturnNotice, issue
from backend.foundation.now import CHINA

AT = datetime(2026, 11, 23, 9, 5, tzinfo=CHINA)
RECORD = ("handoff", UUID(int=7))
MATERIALS = (
    Material(kind="案源材料", title="现场检查笔录", extent="3页", sha256="ab" * 32),
    Material(kind="证据材料", title="证据照片", extent="6张", sha256="cd" * 32),
)
LETTER = HandoffLetter(
    matter="未经许可从事餐厨垃圾收运",
    discovered_at=datetime(2026, 11, 20, 16, 40, tzinfo=CHINA),
    place="示范镇振兴街后巷",
    party="示范县好又来农副产品批发有限责任公司",
    facts="驾驶轻型货车收运餐厨垃圾，未能出示许可。",
    basis="《城市生活垃圾管理办法》第十七条",
    stopped="执法人员当场劝阻，当事人已停止收运",
    told="同日16时55分已电话告知你局",
    materials=MATERIALS,
    contact=Contact("沈禾", "0000-0000005"),
)
RETURN_TEXT = ReturnNotice(
    matter=LETTER.matter,
    letter="示政执移〔2026〕7号",
    received_at=AT,
    reason="行政处罚权不在本机关",
    contact=Contact("顾云舒"),
)


async def issued(content: Any = LETTER, **changes: Any) -> Letter:
    """Issued by the township to the county's city management, in a transaction of its own where none is open."""
    given: dict[str, Any] = {
        "body": unit_id("sfz"),
        "addressee": unit_id("cgj"),
        "record": RECORD,
        "at": AT,
        "by": officer_id("dangban"),
    }
    async with transaction():
        return await issue(content, **(given | changes))
