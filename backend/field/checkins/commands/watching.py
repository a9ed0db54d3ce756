"""What the server does by itself when nobody says that they are well: each step once, dated at its limit, by whichever
worker is first."""

import logging
from datetime import datetime, timedelta
from typing import Any, Final, get_args
from uuid import UUID, uuid4

from backend.field.assists.bodies import AssistBody, FixBody
from backend.field.assists.commands.raising import call_for
from backend.field.checkins.commands.writing import Step, add_step, next_columns, write
from backend.field.checkins.queries.people import person_of, reminded
from backend.field.checkins.queries.visible import Named, locked
from backend.field.checkins.rules import words
from backend.field.checkins.rules.checkin import Checkin
from backend.field.checkins.rules.timer import next_step
from backend.foundation import leases
from backend.foundation.database import rows, transaction
from backend.foundation.notify import tell
from backend.foundation.now import local, now

LEASE: Final = timedelta(seconds=30)
BATCH: Final = 100
CALLED: Final = "没有报平安"
_NAME: Final = "checkins"
_DUE = "SELECT id, next_at, next_step FROM checkins WHERE next_at <= ?{after} ORDER BY next_at, id LIMIT ?"
_AFTER = " AND (next_at, id) > (?, ?)"
log = logging.getLogger(__name__)


async def watch() -> int:
    """Every step that is due by now, unless another worker is at it; how many were taken.

    After a standstill a visit may have several: each is taken in its turn, dated at its own limit.
    """
    if not await rows(_DUE.format(after=""), now(), 1) or not await leases.take(_NAME, now(), LEASE):
        return 0
    taken = 0
    try:
        for _ in get_args(words.Step):
            taken += await _take_all(now())
    finally:
        await leases.give_back(_NAME)
    return taken


async def _take_all(at: datetime) -> int:
    """The next step of every visit that has one due at `at`; those that fail stand in nobody's way."""
    taken, after = 0, tuple[Any, ...]()
    while due := await rows(_DUE.format(after=_AFTER if after else ""), at, *after, BATCH):
        taken += sum([await _try(found["id"], found["next_at"], found["next_step"]) for found in due])
        after = (due[-1]["next_at"], due[-1]["id"])
        if not await leases.renew(_NAME, now(), LEASE):
            break
    return taken


async def take_step(checkin_id: UUID, due_at: datetime, step: words.Step) -> bool:
    """Take one step if it is still what comes next; False where somebody was well or another worker was faster."""
    async with transaction():
        found = await locked(checkin_id)
        if found is None or (found.checkin.next_at, found.checkin.next_step) != (due_at, step):
            return False
        changes = next_columns(next_step(found.checkin.timer, step))
        assist = await _call(found, due_at) if step == "help" else None
        written = await write(found.checkin, changes | ({"assist": assist} if assist else {}))
        said = {"assist": assist} if assist else {}
        await add_step(written, Step(noun=step, at=due_at, received_at=now(), officer=None), said)
        await _remind(found, step)
    return True


async def _try(checkin_id: UUID, due_at: datetime, step: words.Step) -> bool:
    try:
        return await take_step(checkin_id, due_at, step)
    except Exception:
        # One visit that cannot be carried on must not stop the others.
        log.exception("step %s of checkin %s failed", step, checkin_id)
        return False


async def _remind(found: Named, step: words.Step) -> None:
    """When it is due the visitor alone; from the first miss on their chief too, at any hour. Help rings by itself."""
    checkin = found.checkin
    if step == "help":
        return
    missed = step == "missed"
    await tell(
        await reminded(checkin) if missed else {checkin.officer},
        topic="checkin",
        about=("checkin", checkin.id),
        title=f"{found.name}没有报平安" if missed else "该报平安了",
        words=f"{checkin.place}，{checkin.reason}",
        urgent=missed,
        exercise=checkin.exercise,
    )


async def _call(found: Named, due_at: datetime) -> UUID:
    """In the visitor's name, from the last position known. Its id is one nobody knows before: who did could take it first,
    and no help would be called. That it is called once, the held visit sees to."""
    checkin, assist = found.checkin, uuid4()
    body = AssistBody(
        severity="emergency",
        exercise=checkin.exercise,
        reason=CALLED,
        note=_note(checkin),
        position=_fix(checkin),
    )
    await call_for(await person_of(checkin.officer), assist, body, ("checkin", checkin.id), due_at)
    return assist


def _note(checkin: Checkin) -> str:
    last = f"{local(checkin.well_at):%H:%M}"
    return (
        f"系统发出：两次没有报平安。去{checkin.place}，{checkin.reason}，最后一次平安{last}。{checkin.note}"[
            :500
        ]
    )


def _fix(checkin: Checkin) -> FixBody | None:
    if checkin.lat is None or checkin.lon is None or checkin.position_at is None:
        return None
    return FixBody(
        lat=checkin.lat,
        lon=checkin.lon,
        accuracy_m=checkin.accuracy_m,
        source=checkin.position_source,
        at=checkin.position_at.isoformat(),
    )
