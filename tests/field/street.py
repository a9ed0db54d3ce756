"""The street at noon: patrols and findings made through the API by the people of the cast.

Patrols begin at NOON - 2 h. `duiyuan` makes them; `duiyuan2` (same body, certified) and `minjing` (police) walk along.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import row, rows
from tests.rig.cast import Cast
from tests.rig.clock import Clock

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")
CREW = ["duiyuan", "duiyuan2", "minjing"]


def ago(**span: float) -> str:
    """A moment before noon, ISO 8601."""
    return (NOON - timedelta(**span)).isoformat()


@dataclass
class Street:
    """Speaks for the cast. Answers are httpx responses; ids are text."""

    cast: Cast
    clock: Clock
    clients: dict[str, httpx.AsyncClient] = field(default_factory=dict)

    async def ask(
        self, who: str, method: str, path: str, body: Any = None, *, key: UUID | None = None, **headers: str
    ) -> httpx.Response:
        """`who` asks by token. Header names are given with underscores: Liandong_Sent_At."""
        if who not in self.clients:
            self.clients[who] = await self.cast.script(who)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if key is not None:
            named["Idempotency-Key"] = str(key)
        return await self.clients[who].request(method, f"/api/v1{path}", json=body, headers=named)

    async def put(self, who: str, path: str, body: Any, **headers: Any) -> httpx.Response:
        return await self.ask(who, "PUT", path, body, **headers)

    async def patch(self, who: str, path: str, body: Any, **headers: Any) -> httpx.Response:
        return await self.ask(who, "PATCH", path, body, **headers)

    async def post(self, who: str, path: str, body: Any = None, **headers: Any) -> httpx.Response:
        return await self.ask(who, "POST", path, body if body is not None else {}, **headers)

    async def get(self, who: str, path: str) -> httpx.Response:
        return await self.ask(who, "GET", path)

    async def read(self, who: str, path: str) -> dict[str, Any]:
        """The record as `who` sees it."""
        answer = await self.get(who, path)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def delete(self, who: str, path: str) -> httpx.Response:
        return await self.ask(who, "DELETE", path)

    async def page(self, who: str, path: str) -> httpx.Response:
        """`who` opens a page in a browser."""
        name = f"{who} in a browser"
        if name not in self.clients:
            self.clients[name] = await self.cast.browser(who)
        return await self.clients[name].get(path)

    async def patrol(self, who: str = "duiyuan", **changes: Any) -> str:
        """A running joint patrol; what `changes` make of it."""
        patrol_id = str(uuid4())
        answer = await self.put(who, f"/patrols/{patrol_id}", patrol_body(**changes))
        assert answer.status_code == 201, answer.text
        return patrol_id

    async def ended(self, **changes: Any) -> str:
        return await self.patrol(ended_at=ago(hours=1), **changes)

    async def filed(self, **changes: Any) -> str:
        """Filed at noon; a minute passes."""
        patrol_id = await self.ended(**changes)
        answer = await self.post("duiyuan", f"/patrols/{patrol_id}/filing")
        assert answer.status_code == 201, answer.text
        self.clock.later(minutes=1)
        return patrol_id

    async def planned(self, **changes: Any) -> str:
        """A plan for tomorrow."""
        return await self.patrol(**{"started_at": None, "planned_from": ago(hours=-24)} | changes)

    async def paused(self, **changes: Any) -> str:
        patrol_id = await self.patrol(**changes)
        answer = await self.post(
            "duiyuan", f"/patrols/{patrol_id}/pause", {"at": ago(hours=1), "reason": "用餐"}
        )
        assert answer.status_code == 201, answer.text
        return patrol_id

    async def cancelled(self, **changes: Any) -> str:
        patrol_id = await self.planned(**changes)
        answer = await self.post("duiyuan", f"/patrols/{patrol_id}/cancellation", {"reason": "大雨"})
        assert answer.status_code == 201, answer.text
        return patrol_id

    async def returned(self, **changes: Any) -> str:
        """Filed, and given back by the leader."""
        patrol_id = await self.filed(**changes)
        answer = await self.post(
            "lingdao", f"/patrols/{patrol_id}/returns", {"text": "补上处理结果"}, key=uuid4()
        )
        assert answer.status_code == 201, answer.text
        return patrol_id

    async def finding(self, patrol_id: str, who: str = "duiyuan", **changes: Any) -> str:
        finding_id = str(uuid4())
        answer = await self.put(who, f"/patrols/{patrol_id}/findings/{finding_id}", finding_body(**changes))
        assert answer.status_code == 201, answer.text
        return finding_id


def patrol_body(**changes: Any) -> dict[str, Any]:
    """A joint patrol that began two hours before noon; None leaves a field out."""
    body = {
        "kind": "joint",
        "title": "集镇联合巡查",
        "planned_route": "镇政府—农贸市场—河堤",
        "started_at": ago(hours=2),
        "crew": CREW,
    }
    return {name: value for name, value in (body | changes).items() if value is not None}


def finding_body(**changes: Any) -> dict[str, Any]:
    body = {
        "category": "占道经营",
        "found_at": ago(minutes=90),
        "position": {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"},
        "facts": "摊点越出店面约一米",
        "disposition": "persuaded",
        "ongoing": False,
    }
    return {name: value for name, value in (body | changes).items() if value is not None}


def code_of(answer: httpx.Response) -> tuple[int, str | None]:
    """Status and code, to compare with one expected pair."""
    return answer.status_code, answer.json().get("code")


def made(answer: httpx.Response) -> dict[str, Any]:
    """The record, where this must have been made or done now, for the first time."""
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def notices_about(kind: str, record: str) -> list[dict[str, Any]]:
    """Of whoever was told: username, title, urgent, exercise, in the order they were told in."""
    return await rows(
        "SELECT o.username, n.title, n.urgent, n.exercise FROM notices n JOIN officers o ON o.id = n.officer "
        "WHERE n.record_kind = ? AND n.record_id = ? ORDER BY n.created_at, o.username",
        kind,
        UUID(record),
    )


async def count(table: str) -> int:
    found = await row(f"SELECT COUNT(*) AS rows FROM {table}")
    assert found is not None
    return int(found["rows"])
