"""Both sides of a notification: who tells, who is told, and the government above them, through the API."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import rows
from tests.field.street import Street, ago, made

ON_BEHALF = {"name": "王师傅", "position": "值班室", "channel": "phone", "words": "马上派人过去"}


@dataclass
class Desks:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def under(self, profile: str) -> None:
        """Let the township run on another mechanism."""
        await rows("UPDATE townships SET profile = ?", profile)

    async def told(self, who: str = "duiyuan", **changes: Any) -> str:
        """A danger told to 县应急管理局, five minutes before noon, by noon."""
        hazard = str(uuid4())
        answer = await self.street.put(who, f"/hazards/{hazard}", hazard_body(**changes))
        assert answer.status_code == 201, answer.text
        return hazard

    async def post(
        self, who: str, hazard: str, noun: str, body: Any = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/hazards/{hazard}/{noun}", body or {}, key=key)

    async def do(self, who: str, hazard: str, noun: str, body: Any = None, **more: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, hazard, noun, body, key=more.get("key") or uuid4()))

    async def read(self, who: str, hazard: str) -> dict[str, Any]:
        return await self.street.read(who, f"/hazards/{hazard}")

    async def sent(self, **changes: Any) -> str:
        """People were sent."""
        hazard = await self.told(**changes)
        await self.do("yingji", hazard, "departure", {"people": "监察一组", "head_count": 3})
        return hazard

    async def refused(self, reason: str | None = None, **changes: Any) -> str:
        hazard = await self.told(**changes)
        await self.do("yingji", hazard, "refusal", {"reason": reason} if reason else {})
        return hazard


def hazard_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {
        "category": "燃气",
        "endangers": ["周边居民", "顾客人群"],
        "facts": "餐馆后厨存放十二个液化气瓶，与明火同室",
        "found_at": ago(minutes=5),
        "position": {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"},
        "address": "振兴街后巷",
        "to_unit": "yjj",
    }
    return {name: value for name, value in (body | changes).items() if value is not None}
