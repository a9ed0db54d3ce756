"""The store at noon: things, and hands they go into, through the API."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from tests.field.street import Street

RECORDER = {"kind": "recorder", "number": "DSJ-07", "name": "执法记录仪 V8"}
TONIGHT = "2026-11-20T18:00:00+08:00"


@dataclass
class Store:
    """Speaks for everybody. Ids are text."""

    street: Street

    async def adds(self, who: str = "neiqin", **changes: Any) -> httpx.Response:
        return await self.street.put(who, f"/equipment/{uuid4()}", RECORDER | changes)

    async def thing(self, who: str = "neiqin", **changes: Any) -> str:
        answer = await self.adds(who, **changes)
        assert answer.status_code == 201, answer.text
        made: str = answer.json()["id"]
        return made

    async def do(self, who: str, thing: str, noun: str, **body: Any) -> httpx.Response:
        return await self.street.post(who, f"/equipment/{thing}/{noun}", body)

    async def out(self, who: str = "duiyuan", **body: Any) -> str:
        """A recorder in somebody's hands."""
        thing = await self.thing()
        assert (await self.do(who, thing, "loans", **body)).status_code == 201
        return thing

    async def read(self, thing: str, who: str = "duizhang") -> dict[str, Any]:
        found: dict[str, Any] = (await self.street.get(who, f"/equipment/{thing}")).json()
        return found

    async def told(self, who: str) -> list[str]:
        asked = "SELECT title FROM notices WHERE officer = ? AND topic = 'equipment' ORDER BY title"
        return [found["title"] for found in await rows(asked, officer_id(who))]
