"""到期没还: said once, to whoever has it and whoever looks after it, by whichever worker is first."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from backend.foundation.database import rows, transaction
from backend.foundation.leases.steps import take_due
from backend.foundation.notify import tell
from backend.foundation.now import now
from backend.foundation.web.words import zh_datetime
from backend.office.equipment.queries.people import keepers
from backend.office.equipment.queries.things import Named, locked
from backend.office.equipment.rules.words import KINDS

_DONE = "UPDATE equipment_loans SET next_at = NULL, next_step = '' WHERE id = ?"


async def watch() -> int:
    """Every loan that is late by now; how many were said."""
    return await take_due("equipment_loans", take_step, most=1)


async def take_step(loan_id: UUID, due_at: datetime, step: Literal["overdue"]) -> bool:
    """Say it if it is still what comes next; False where it came back or another worker was faster."""
    async with transaction():
        found = await locked(loan_id)
        if (
            found is None
            or found.loan is None
            or (found.loan.next_at, found.loan.next_step) != (due_at, step)
        ):
            return False
        await rows(_DONE, loan_id)
        await _tell(found, due_at)
    return True


async def _tell(found: Named, due_at: datetime) -> None:
    thing = found.thing
    assert found.loan is not None  # judged
    await tell(
        [found.loan.officer, *await keepers(thing.township, thing.unit)],
        topic="equipment",
        about=("equipment", thing.id),
        title=f"{KINDS[thing.kind]}{thing.number}到期没还",
        words=f"{found.holder}，{zh_datetime(due_at, now())}该还",
    )
