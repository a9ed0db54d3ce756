"""The desk where the roster is made, on 20 November at noon: December is to come. Posts by command, all else through the API."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import rows
from backend.office.duty.commands.posts import add_post
from backend.office.duty.rules.posts import Post
from backend.office.duty.rules.slots import Slot
from tests.field.street import Street, made

MONTH = "2026-12"
OFFICER = Slot(name="执法队员", units=("sfz-zfd",), roles=("officer",), certified=True)
POLICE = Slot(name="民警", roles=("police",))


def night_watch(**changes: Any) -> Post:
    """18:00 to 8:00, one certified officer of the team, every day of December."""
    given = {
        "kind": "watch", "name": "夜间值班", "place": None, "days": "all", "begins_minute": 18 * 60,
        "length_minutes": 14 * 60, "needs": (OFFICER,), "first_day": date(2026, 11, 1), "last_day": None,
    }  # fmt: skip
    return Post(**(given | changes))


@dataclass
class Desk:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def post_for(self, post: Post, who: str = "zhihui") -> UUID:
        return await add_post(post, await self.street.cast.person(who))

    async def month(self, *posts: Post, month: str = MONTH) -> dict[str, Any]:
        """A draft with the shifts of these posts."""
        for post in posts:
            await self.post_for(post)
        return made(await self.street.put("zhihui", f"/rosters/{uuid4()}", {"month": month}))

    async def on(self, shift: str, officer: str, slot: int = 0, **more: Any) -> httpx.Response:
        body = {"officer": officer, "slot": slot, **more}
        return await self.street.post("zhihui", f"/shifts/{shift}/assignments", body)

    async def published(self, *placed: tuple[int, str]) -> list[str]:
        """A published December of night watches with these people on these days; the ids of its shifts."""
        found = await self.month(night_watch())
        shifts = [each["id"] for each in found["shifts"]]
        for day, officer in placed:
            answer = await self.on(shifts[day - 1], officer)
            assert answer.status_code == 201, answer.text
        answer = await self.street.post("zhihui", f"/rosters/{found['id']}/publication")
        assert answer.status_code == 201, answer.text
        return shifts

    async def people(self, shift: str) -> list[str]:
        """Who stands there."""
        found = (await self.street.get("zhihui", f"/shifts/{shift}")).json()
        return [each["username"] for slot in found["slots"] for each in slot["people"]]

    async def told(self, kind: str = "shift") -> list[tuple[str, str, bool]]:
        """The notices about shifts (or rosters, swaps): to whom, title, urgent."""
        found = await rows(
            "SELECT o.username, n.title, n.urgent FROM notices n JOIN officers o ON o.id = n.officer "
            "WHERE n.record_kind = ? ORDER BY n.created_at, n.title, o.username",
            kind,
        )
        return [(each["username"], each["title"], bool(each["urgent"])) for each in found]
