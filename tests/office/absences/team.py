"""The team at noon: who asks for leave, who decides, who is borrowed, through the API."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from tests.field.street import Street, made

LEAVE = {"kind": "annual", "first_day": "2026-11-25", "last_day": "2026-11-27", "reason": "回老家"}
BORROWED = {
    "officer": "duiyuan",
    "department": "cgj",
    "letter": "示城管函〔2026〕9号",
    "first_day": "2026-11-16",
    "last_day": "2026-12-05",
}
Body = dict[str, Any]


@dataclass
class Team:
    """Speaks for everybody. Ids are text; None leaves a field out."""

    street: Street

    async def asks(self, who: str = "duiyuan", **changes: Any) -> httpx.Response:
        return await self._put(who, "leaves", LEAVE | changes)

    async def leave(self, who: str = "duiyuan", **changes: Any) -> str:
        """Asked for: its id."""
        return str(made(await self.asks(who, **changes))["id"])

    async def approved(self, who: str = "duiyuan", by: str = "duizhang", **changes: Any) -> str:
        leave = await self.leave(who, **changes)
        assert (await self.do(by, f"leaves/{leave}/approval")).status_code == 201
        return leave

    async def writes(self, who: str = "duizhang", **changes: Any) -> httpx.Response:
        return await self._put(who, "borrowings", BORROWED | changes)

    async def borrowing(self, who: str = "duizhang", **changes: Any) -> str:
        """Written down: its id."""
        return str(made(await self.writes(who, **changes))["id"])

    async def lent(self, **changes: Any) -> str:
        """Approved by the leader."""
        borrowing = await self.borrowing(**changes)
        assert (await self.do("lingdao", f"borrowings/{borrowing}/approval")).status_code == 201
        return borrowing

    async def do(
        self, who: str, path: str, body: Body | None = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/{path}", body or {}, key=key)

    async def read(self, who: str, path: str) -> Body:
        return await self.street.read(who, f"/{path}")

    async def told(self, who: str) -> list[str]:
        """The titles of what this person was told about absences."""
        asked = "SELECT title FROM notices WHERE officer = ? AND topic = 'absence' ORDER BY title"
        return [found["title"] for found in await rows(asked, officer_id(who))]

    async def _put(self, who: str, room: str, body: Body) -> httpx.Response:
        said = {name: value for name, value in body.items() if value is not None}
        return await self.street.put(who, f"/{room}/{uuid4()}", said)
