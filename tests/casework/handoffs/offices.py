"""Both offices of a handoff at noon, through the API: 示范镇 sends to 县城市管理局 (cgj), 县水利局 (slj) has no account.

`duiyuan` drafts and submits, `zhenzhang` or `lingdao` approves, `chengguan` answers for cgj, `yingji` for yjj.
"""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import rows
from tests.field.street import NOON, Street, ago, made

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n"
SENDER, APPROVER, ADDRESSEE = "duiyuan", "zhenzhang", "chengguan"
PROFILES = ("yilikeqi", "zhaoba", "eshan", "shanxi-district", "changjiang")


@dataclass
class Offices:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def under(self, profile: str) -> None:
        """Let the townships run on another mechanism."""
        await rows("UPDATE townships SET profile = ?", profile)

    async def put(self, who: str = SENDER, handoff: str | None = None, **changes: Any) -> httpx.Response:
        return await self.street.put(who, f"/handoffs/{handoff or uuid4()}", handoff_body(**changes))

    async def draft(self, who: str = SENDER, **changes: Any) -> str:
        """A draft without material."""
        handoff = str(uuid4())
        made(await self.put(who, handoff, **changes))
        return handoff

    async def material(self, handoff: str, kind: str = "evidence", who: str = SENDER, **changes: Any) -> str:
        """A paper whose bytes have come."""
        material = str(uuid4())
        body = {
            "kind": kind,
            "title": {"source": "现场检查笔录", "evidence": "现场照片"}.get(kind, "说明"),
            "sha256": hashlib.sha256(PDF).hexdigest(),
            "bytes": len(PDF),
            "media_type": "application/pdf",
        } | changes
        path = f"/handoffs/{handoff}/materials/{material}"
        made(await self.street.put(who, path, body))
        if body.get("sha256"):
            client = self.street.clients[who]
            made(await client.put(f"/api/v1{path}/content", content=PDF))
        return material

    async def complete(self, who: str = SENDER, **changes: Any) -> str:
        """A draft with its materials."""
        handoff = await self.draft(who, **changes)
        await self.material(handoff, "source", who)
        await self.material(handoff, "evidence", who)
        return handoff

    async def post(
        self, who: str, handoff: str, noun: str, body: Any = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/handoffs/{handoff}/{noun}", body or {}, key=key)

    async def do(self, who: str, handoff: str, noun: str, body: Any = None) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, handoff, noun, body, key=uuid4()))

    async def submitted(self, who: str = SENDER, **changes: Any) -> str:
        handoff = await self.complete(who, **changes)
        await self.do(who, handoff, "submission")
        return handoff

    async def approved(self, who: str = SENDER, by: str = APPROVER, **changes: Any) -> str:
        handoff = await self.submitted(who, **changes)
        await self.do(by, handoff, "approval")
        return handoff

    async def sent(self, who: str = SENDER, by: str = APPROVER, **changes: Any) -> str:
        handoff = await self.approved(who, by, **changes)
        await self.do(who, handoff, "dispatch")
        return handoff

    async def accepted(self, **changes: Any) -> str:
        handoff = await self.sent(**changes)
        await self.do(ADDRESSEE, handoff, "acceptance", {"handler": "执法二中队"})
        return handoff

    async def returned(self, competent: str = "yjj", **changes: Any) -> str:
        handoff = await self.sent(**changes)
        await self.do(ADDRESSEE, handoff, "return", return_body(competent))
        return handoff

    async def sent_again(self, to_unit: str = "yjj", **changes: Any) -> str:
        """Returned by the first addressee and sent to the next."""
        handoff = await self.returned(**changes)
        answer = await self.street.patch(SENDER, f"/handoffs/{handoff}", {"to_unit": to_unit})
        assert answer.status_code == 200, answer.text
        await self.do(SENDER, handoff, "submission")
        await self.do(APPROVER, handoff, "approval")
        await self.do(SENDER, handoff, "dispatch")
        return handoff

    async def read(self, who: str, handoff: str) -> dict[str, Any]:
        return await self.street.read(who, f"/handoffs/{handoff}")

    async def state(self, who: str, handoff: str) -> str:
        return str((await self.read(who, handoff))["state"])


def handoff_body(**changes: Any) -> dict[str, Any]:
    """Found an hour before noon; None leaves a field out."""
    body = {
        "direction": "out",
        "to_unit": "cgj",
        "discovered_at": ago(hours=1),
        "urgent": False,
        "ongoing": False,
        "facts": "县道旁擅自填埋建筑垃圾约三十立方米",
        "address": "县道青石桥北约400米",
        "party": {"name": "示范县好又来农副产品批发有限责任公司", "kind": "firm"},
    }
    return {name: value for name, value in (body | changes).items() if value is not None}


def return_body(competent: str = "yjj") -> dict[str, Any]:
    return {"reason": "不属于城市管理职责", "competent_unit": competent}


def stopped(*by: str, act: str | None = None) -> dict[str, Any]:
    """A stop record of half an hour before noon."""
    said = {"at": ago(minutes=30), "by": list(by) or [SENDER], "how": "当场要求停止，已停止", "act": act}
    return {name: value for name, value in said.items() if value is not None}


NOTICE = {"at": ago(minutes=20), "by": "duiyuan", "how": "电话告知", "whom": "顾云舒"}


def clock_of(record: dict[str, Any], rule: str) -> dict[str, Any]:
    """The newest limit of that rule."""
    found: dict[str, Any] = [clock for clock in record["clocks"] if clock["rule"] == rule][-1]
    return found


__all__ = ["NOON", "Offices"]
