"""What the server does by itself when nobody comes: each step once, dated at its limit, by whichever worker is first."""

import logging
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from backend.field.assists.alarm import sound
from backend.field.assists.commands.writing import due_of, next_columns, write
from backend.field.assists.queries.contacts import contacts_of
from backend.field.assists.queries.visible import Called, locked
from backend.field.assists.rules.escalation import STEPS
from backend.foundation import leases
from backend.foundation.database import rows, transaction
from backend.foundation.journal import record
from backend.foundation.now import now

LEASE: Final = timedelta(seconds=30)
BATCH: Final = 100
_NAME: Final = "assists"
_DUE = "SELECT id, next_at, next_step FROM assists WHERE next_at <= ?{after} ORDER BY next_at, id LIMIT ?"
_AFTER = " AND (next_at, id) > (?, ?)"
_GIVEN = (
    "INSERT INTO assist_escalations (id, assist, round, step, due_at, given_at) VALUES (?, ?, ?, ?, ?, ?)"
)
log = logging.getLogger(__name__)


async def escalate() -> int:
    """Every step that is due by now, unless another worker is at it; how many were taken.

    After a standstill a call may have several: each is taken in its turn, dated at its own limit.
    """
    if not await rows(_DUE.format(after=""), now(), 1) or not await leases.take(_NAME, now(), LEASE):
        return 0
    taken = 0
    try:
        for _ in STEPS:
            taken += await _take_all(now())
    finally:
        await leases.give_back(_NAME)
    return taken


async def _take_all(at: datetime) -> int:
    """The next step of every call that has one due at `at`; those that fail stand in nobody's way."""
    taken, after = 0, tuple[Any, ...]()
    while due := await rows(_DUE.format(after=_AFTER if after else ""), at, *after, BATCH):
        taken += sum([await _try(found["id"], found["next_at"], found["next_step"]) for found in due])
        after = (due[-1]["next_at"], due[-1]["id"])
        if not await leases.renew(_NAME, now(), LEASE):
            break
    return taken


async def take_step(assist_id: UUID, due_at: datetime, step: str) -> bool:
    """Take one step if it is still what comes next; False where somebody answered or another worker was faster."""
    async with transaction():
        called = await locked(assist_id)
        if called is None or (called.assist.next_at, called.assist.next_step) != (due_at, step):
            return False
        assist = called.assist
        await rows(_GIVEN, uuid4(), assist.id, assist.round, step, due_at, now())
        await write(assist, next_columns(await due_of(assist)))
        await _note(called, due_at, step)
    return True


async def _try(assist_id: UUID, due_at: datetime, step: str) -> bool:
    try:
        return await take_step(assist_id, due_at, step)
    except Exception:
        # One call that cannot be carried on must not stop the others.
        log.exception("step %s of assist %s failed", step, assist_id)
        return False


async def _note(called: Called, due_at: datetime, step: str) -> None:
    assist = called.assist
    called_up = await contacts_of(assist.township) if step == "leaders" and assist.status == "actual" else []
    marked = {"status": assist.status} if assist.exercise else {}
    record(
        "assist.escalated",
        chain=assist.chain,
        record=("assist", assist.id),
        by=None,
        made_at=due_at,
        payload={
            "step": step,
            "round": assist.round,
            "told": await sound(step, called, now(), contacts=called_up),  # type: ignore[arg-type]
            "contacts": [contact.id for contact in called_up],
            **marked,
        },
    )
