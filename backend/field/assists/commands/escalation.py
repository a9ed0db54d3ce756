"""What the server does by itself when nobody comes: each step once, dated at its limit, by whichever worker is first."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.field.assists.alarm import sound
from backend.field.assists.commands.writing import due_of, next_columns, write
from backend.field.assists.queries.contacts import contacts_of
from backend.field.assists.queries.visible import Called, locked
from backend.field.assists.rules.escalation import STEPS
from backend.foundation.database import rows, transaction
from backend.foundation.journal import record
from backend.foundation.leases.steps import take_due
from backend.foundation.now import now

_GIVEN = (
    "INSERT INTO assist_escalations (id, assist, round, step, due_at, given_at) VALUES (?, ?, ?, ?, ?, ?)"
)


async def escalate() -> int:
    """Every step that is due by now, unless another worker is at it; how many were taken."""
    return await take_due("assists", take_step, most=len(STEPS))


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


async def _note(called: Called, due_at: datetime, step: str) -> None:
    assist = called.assist
    to_call = await contacts_of(assist.township) if step == "leaders" and assist.status == "actual" else []
    sounded = await sound(step, called, now(), contacts=to_call)  # type: ignore[arg-type]
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
            "told": sounded.told,
            "contacts": sounded.contacts,
            **marked,
        },
    )
