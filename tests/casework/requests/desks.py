"""Both sides of a request through the API: at noon duizhang asks for three police officers for the day after tomorrow."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import rows
from tests.field.street import Street, ago

SIX = ago(hours=-6)
TOMORROW = ago(hours=-24)
AFTER = ago(hours=-46)


@dataclass
class Desks:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def under(self, profile: str) -> None:
        """Let the township run on another mechanism."""
        await rows("UPDATE townships SET profile = ?", profile)

    async def put(self, who: str = "duizhang", **changes: Any) -> httpx.Response:
        return await self.street.put(who, f"/requests/{uuid4()}", request_body(**changes))

    async def asked(self, who: str = "duizhang", **changes: Any) -> dict[str, Any]:
        answer = await self.put(who, **changes)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def called(self, **changes: Any) -> dict[str, Any]:
        """县城市管理局 called the township first; the paper is owed."""
        call = {"name": "叶微", "words": "明早查北街，请派两个人", "at": ago(minutes=10)}
        return await self.asked("chengguan", **({"call": call} | NOTICE | changes))

    async def post(self, who: str, path: str, body: Any = None, *, key: UUID | None = None) -> httpx.Response:
        return await self.street.post(who, path, body or {}, key=key or uuid4())

    async def answer(self, who: str, request: dict[str, Any], noun: str, **body: Any) -> httpx.Response:
        """On the part this person sees first, or the one of `unit`."""
        unit = body.pop("unit", None)
        parts = [each for each in request["parties"] if unit in (None, each["unit"]["code"])]
        return await self.post(who, f"/requests/{request['id']}/parties/{parts[0]['id']}/{noun}", body)

    async def do(self, who: str, request: dict[str, Any], noun: str, **body: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        answer = await self.answer(who, request, noun, **body)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def whole(self, who: str, request: dict[str, Any], noun: str, **body: Any) -> httpx.Response:
        return await self.post(who, f"/requests/{request['id']}/{noun}", body)

    async def read(self, who: str, request: dict[str, Any]) -> dict[str, Any]:
        answer = await self.street.get(who, f"/requests/{request['id']}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def told(self, request: dict[str, Any]) -> list[tuple[str, str]]:
        """The notices about it: to whom, title."""
        found = await rows(
            "SELECT o.username, n.title FROM notices n JOIN officers o ON o.id = n.officer "
            "WHERE n.record_kind = 'request' AND n.record_id = ? ORDER BY n.created_at, o.username",
            UUID(request["id"]),
        )
        return [(each["username"], each["title"]) for each in found]


NOTICE: dict[str, Any] = {"kind": "notice", "to": ["sfz"], "title": "北街餐饮油烟联合检查"}
WHISTLE: dict[str, Any] = {"kind": "coordination", "to": ["cgj", "slj", "sfz-scs"], "title": "北街污水外溢"}


def request_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {
        "kind": "police",
        "title": "冬季占道经营联合整治",
        "words": "早市人多，请派人维持秩序",
        "to": ["sfz-pcs"],
        "due_at": SIX,
        "starts_at": TOMORROW,
        "address": "农贸市场南门",
        "head_count": 3,
    }
    return {name: value for name, value in (body | changes).items() if value is not None}
