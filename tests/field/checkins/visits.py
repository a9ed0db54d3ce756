"""Visits through the API: duiyuan goes at noon and says every 30 minutes that all is well; grace and second wait are 5."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.field.checkins.commands.watching import watch
from tests.field.street import NOON, Street, made, notices_about

MARKET = {"lat": 24.17341, "lon": 102.4045, "accuracy_m": 8, "source": "gps"}
HEARD = {"channel": "radio", "words": "人没事"}


@dataclass
class Visits:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def begun(self, who: str = "duiyuan", **changes: Any) -> str:
        visit = str(uuid4())
        answer = await self.street.put(who, f"/checkins/{visit}", visit_body(**changes))
        assert answer.status_code == 201, answer.text
        return visit

    async def post(
        self, who: str, visit: str, noun: str, body: Any = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/checkins/{visit}/{noun}", body or {}, key=key)

    async def do(self, who: str, visit: str, noun: str, body: Any = None) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, visit, noun, body))

    async def read(self, who: str, visit: str) -> dict[str, Any]:
        return await self.street.read(who, f"/checkins/{visit}")

    async def looked(self, *minutes: float) -> list[int]:
        """How many steps the server took at each of these moments after noon."""
        taken = []
        for after in minutes:
            self.street.clock.at(NOON + timedelta(minutes=after))
            taken.append(await watch())
        return taken

    async def told(self, visit: str) -> list[tuple[str, str, bool]]:
        """The notices about it: to whom, title, urgent."""
        found = await notices_about("checkin", visit)
        return [(each["username"], each["title"], bool(each["urgent"])) for each in found]


def visit_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {"place": "河滩料场", "reason": "夜间检查", "interval_minutes": 30, "position": MARKET}
    return {name: value for name, value in (body | changes).items() if value is not None}
