"""What the server does by itself when nobody says that they are well: each step once, dated at its limit, by whichever
worker is first."""

from datetime import datetime
from typing import Final, get_args
from uuid import UUID, uuid4

from backend.field.assists.bodies import AssistBody, FixBody
from backend.field.assists.commands.raising import call_for
from backend.field.checkins.commands.writing import Step, add_step, next_columns, write
from backend.field.checkins.queries.people import person_of, reminded
from backend.field.checkins.queries.visible import Named, locked
from backend.field.checkins.rules import words
from backend.field.checkins.rules.checkin import Checkin
from backend.field.checkins.rules.timer import next_step
from backend.foundation.database import transaction
from backend.foundation.leases.steps import take_due
from backend.foundation.notify import tell
from backend.foundation.now import local, now

CALLED: Final = "没有报平安"


async def watch() -> int:
    """Every step that is due by now, unless another worker is at it; how many were taken."""
    return await take_due("checkins", take_step, most=len(get_args(words.Step)))


async def take_step(checkin_id: UUID, due_at: datetime, step: words.Step) -> bool:
    """Take one step if it is still what comes next; False where somebody was well or another worker was faster."""
    async with transaction():
        found = await locked(checkin_id)
        if found is None or (found.checkin.next_at, found.checkin.next_step) != (due_at, step):
            return False
        changes = next_columns(next_step(found.checkin.timer, step))
        at = now()
        assist = await _call(found, due_at, at) if step == "help" else None
        written = await write(found.checkin, changes | ({"assist": assist} if assist else {}))
        said = {"assist": assist} if assist else {}
        await add_step(written, Step(noun=step, at=due_at, received_at=at, officer=None), said)
        await _remind(found, step)
    return True


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


async def _call(found: Named, due_at: datetime, at: datetime) -> UUID:
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
    visitor, origin = await person_of(checkin.officer), ("checkin", checkin.id)
    await call_for(visitor, assist, body, origin, due_at=due_at, at=at)
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
