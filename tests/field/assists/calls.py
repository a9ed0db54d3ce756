"""Calls for help through the API: duiyuan calls from the market, minjing and suozhang are the police, zhihui the dispatcher."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from tests.field.street import NOON, Street, made

MARKET = {"lat": 24.17341, "lon": 102.4045, "accuracy_m": 8, "source": "gps"}
BY_RADIO = {"by": "minjing", "channel": "radio", "words": "马上到"}


@dataclass
class Calls:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def on_duty(self, *usernames: str) -> None:
        """Since the morning."""
        for username in usernames:
            await rows(
                "INSERT INTO duty_marks (id, officer, since_at) VALUES (?, ?, ?)",
                uuid4(),
                officer_id(username),
                NOON,
            )

    async def raised(self, who: str = "duiyuan", **changes: Any) -> str:
        assist = str(uuid4())
        answer = await self.street.put(who, f"/assists/{assist}", call_body(**changes))
        assert answer.status_code == 201, answer.text
        return assist

    async def post(
        self, who: str, assist: str, noun: str, body: Any = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/assists/{assist}/{noun}", body or {}, key=key)

    async def do(self, who: str, assist: str, noun: str, body: Any = None, **more: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, assist, noun, body, key=more.get("key") or uuid4()))

    async def read(self, who: str, assist: str) -> dict[str, Any]:
        return await self.street.read(who, f"/assists/{assist}")

    async def acknowledged(self, who: str = "minjing", **changes: Any) -> str:
        assist = await self.raised(**changes)
        await self.do(who, assist, "acknowledgement")
        return assist

    async def under_way(self, **changes: Any) -> str:
        assist = await self.acknowledged(**changes)
        await self.do("minjing", assist, "departure")
        return assist

    async def resolved(self, **changes: Any) -> str:
        assist = await self.under_way(**changes)
        await self.do("minjing", assist, "arrival")
        await self.do("minjing", assist, "resolution")
        return assist


def call_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {"severity": "emergency", "reason": "围堵阻碍", "position": MARKET}
    return {name: value for name, value in (body | changes).items() if value is not None}
