"""Both sides of a request through the API: at noon duizhang asks for three police officers for the day after tomorrow."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import rows
from tests.field.street import Street, ago, made, notices_about

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
        return made(await self.put(who, **changes))

    async def called(self, **changes: Any) -> dict[str, Any]:
        """县城市管理局 called the township first; the paper is owed."""
        call = {"name": "叶微", "words": "明早查北街，请派两个人", "at": ago(minutes=10)}
        return await self.asked("chengguan", **({"call": call} | NOTICE | changes))

    async def post(self, who: str, path: str, body: Any = None, *, key: UUID | None = None) -> httpx.Response:
        return await self.street.post(who, path, body or {}, key=key or uuid4())

    async def answer(self, who: str, request: dict[str, Any], noun: str, **body: Any) -> httpx.Response:
        """On the part this person sees first, or the one of `unit`, under a key of its own or `key`."""
        unit, key = body.pop("unit", None), body.pop("key", None)
        parts = [each for each in request["parties"] if unit in (None, each["unit"]["code"])]
        return await self.post(
            who, f"/requests/{request['id']}/parties/{parts[0]['id']}/{noun}", body, key=key
        )

    async def do(self, who: str, request: dict[str, Any], noun: str, **body: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.answer(who, request, noun, **body))

    async def whole(self, who: str, request: dict[str, Any], noun: str, **body: Any) -> httpx.Response:
        return await self.post(who, f"/requests/{request['id']}/{noun}", body)

    async def read(self, who: str, request: dict[str, Any]) -> dict[str, Any]:
        return await self.street.read(who, f"/requests/{request['id']}")

    async def told(self, request: dict[str, Any]) -> list[tuple[str, str]]:
        """The notices about it: to whom, title."""
        found = await notices_about("request", request["id"])
        return [(each["username"], each["title"]) for each in found]


NOTICE: dict[str, Any] = {"kind": "notice", "to": ["sfz"], "title": "北街餐饮油烟联合检查"}
BEHALF = {"name": "张工", "channel": "phone", "words": "下午两点到"}
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
