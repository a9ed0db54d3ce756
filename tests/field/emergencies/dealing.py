"""Emergencies through the API: at noon zhihui opens one for what happened ten minutes before, duiyuan is called in."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.field.street import Street, ago, made, notices_about


@dataclass
class Dealing:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def put(self, who: str = "zhihui", **changes: Any) -> httpx.Response:
        return await self.street.put(who, f"/emergencies/{uuid4()}", emergency_body(**changes))

    async def opened(self, who: str = "zhihui", **changes: Any) -> str:
        answer = await self.put(who, **changes)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def enters(
        self, who: str, emergency: str, text: str = "到了，正在劝离", **more: Any
    ) -> httpx.Response:
        return await self.street.put(
            who, f"/emergencies/{emergency}/entries/{uuid4()}", {"text": text, **more}
        )

    async def entered(
        self, who: str, emergency: str, text: str = "到了，正在劝离", **more: Any
    ) -> dict[str, Any]:
        """The entry as it stands in the log."""
        answer = await self.enters(who, emergency, text, **more)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = max(answer.json()["entries"], key=lambda each: each["number"])
        return found

    async def post(
        self, who: str, emergency: str, noun: str, body: Any = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/emergencies/{emergency}/{noun}", body or {}, key=key or uuid4())

    async def do(self, who: str, emergency: str, noun: str, **body: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, emergency, noun, body))

    async def read(self, who: str, emergency: str) -> dict[str, Any]:
        return await self.street.read(who, f"/emergencies/{emergency}")

    async def member(self, emergency: str, name: str = "duiyuan") -> str:
        """The id of somebody's stretch on it: by username, or by the name of who has no account."""
        people = (await self.read("zhihui", emergency))["people"]
        return str(next(each["id"] for each in people if name in (each["officer"], each["name"])))

    async def told(self, emergency: str) -> list[tuple[str, str, bool, bool]]:
        """The notices about it: to whom, title, urgent, exercise."""
        found = await notices_about("emergency", emergency)
        return [
            (each["username"], each["title"], bool(each["urgent"]), bool(each["exercise"])) for each in found
        ]


def emergency_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {
        "category": "围堵阻碍执法",
        "happened_at": ago(minutes=10),
        "text": "三十人围住执法人员",
        "address": "农贸市场北门",
        "people": ["duiyuan"],
    }
    return {name: value for name, value in (body | changes).items() if value is not None}
