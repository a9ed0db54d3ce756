"""Somebody who can be reached, something they are told, and what became of it."""

import asyncio
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.demo.organisation import officer_id
from backend.foundation.database import row, transaction
from backend.foundation.notify import tell
from backend.foundation.notify.commands import add_address
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queue import Claimed, attempt, claim, lanes
from backend.foundation.now import now
from tests.rig.cast import Cast

NOON = "2026-11-20T12:00:00+08:00"
RECORD = UUID(int=7)


async def reachable(cast: Cast, username: str = "duiyuan") -> Owner:
    """By short message."""
    person = await cast.person(username)
    owner = Owner("officer", person.id)
    await add_address(person, owner, "sms", "13900000000", now())
    return owner


async def tell_duiyuan(*, urgent: bool = False, exercise: bool = False, groups: Iterable[UUID] = ()) -> None:
    async with transaction():
        await tell(
            [officer_id("duiyuan")],
            topic="assist",
            about=("assist", RECORD),
            title="有人请求支援",
            urgent=urgent,
            exercise=exercise,
            groups=groups,
        )


async def claimed(at: datetime, most: int = 10) -> list[Claimed]:
    """Of each lane in which something is due, as the running queue takes them."""
    return [one for lane in await lanes(at) for one in await claim(at, most, lane)]


async def send_due(at: datetime) -> int:
    """Try everything that is due, all at once; how many were tried."""
    due = await claimed(at, 200)
    await asyncio.gather(*map(attempt, due))
    return len(due)


async def state() -> tuple[Any, ...]:
    found = await row("SELECT state, attempts, failure FROM notice_deliveries")
    assert found is not None
    return found["state"], found["attempts"], found["failure"]
