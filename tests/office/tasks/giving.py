"""Tasks through the API: at noon duizhang asks duiyuan to have something done by six."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.field.street import Street, ago, made, notices_about

SIX = ago(hours=-6)


@dataclass
class Giving:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def put(self, who: str = "duizhang", **changes: Any) -> httpx.Response:
        return await self.street.put(who, f"/tasks/{uuid4()}", task_body(**changes))

    async def given(self, who: str = "duizhang", **changes: Any) -> str:
        answer = await self.put(who, **changes)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def post(
        self, who: str, task: str, noun: str, body: Any = None, *, key: UUID | None = None, **headers: str
    ) -> httpx.Response:
        return await self.street.post(who, f"/tasks/{task}/{noun}", body or {}, key=key or uuid4(), **headers)

    async def do(self, who: str, task: str, noun: str, **body: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, task, noun, body))

    async def reported(self, **changes: Any) -> str:
        """Taken and reported at once."""
        task = await self.given(**changes)
        await self.do("duiyuan", task, "report", text="堆料已清走")
        return task

    async def read(self, who: str, task: str) -> dict[str, Any]:
        return await self.street.read(who, f"/tasks/{task}")

    async def told(self, task: str) -> list[tuple[str, str, bool]]:
        """The notices about it: to whom, title, urgent."""
        found = await notices_about("task", task)
        return [(each["username"], each["title"], bool(each["urgent"])) for each in found]


def task_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {"title": "清理河堤堆料", "words": "当天清走", "due_at": SIX, "officer": "duiyuan"}
    return {name: value for name, value in (body | changes).items() if value is not None}
