"""来不了: whoever says so for a shift is on sick leave for just that time, and no longer when they can come after all."""

from datetime import datetime
from uuid import UUID

from backend.foundation.database import batch, turns
from backend.foundation.outbox import Sender
from backend.office.absences.commands.announcing import announce_asked, announce_withdrawn
from backend.office.absences.commands.writing import asked, insert, new_leave, noted, write
from backend.office.absences.queries.leaves import all_overlapping, standing
from backend.office.absences.queries.people import officer_of
from backend.office.absences.rules.leave import days_of, may_be_withdrawn, may_end_early, uncovered


async def leave_for(
    sender: Sender, leave_id: UUID, officer: UUID, span: tuple[datetime, datetime], reason: str
) -> bool:
    """Sick leave for what no other leave of theirs holds already, inside the caller's transaction; it counts at once and waits
    for its approval as any. False where nothing is left of the span."""
    who = await officer_of(officer)
    await batch(turns(who.id))
    free = uncovered(*span, await all_overlapping(who.id, *span))
    if free is None:
        return False
    days = (*days_of(*free), "")
    leave = new_leave(sender, leave_id, who, "sick", days=days, counts=free, reason=reason)
    await insert(leave)
    await announce_asked(leave, who, by=sender.person.id, at=sender.at)
    asked(sender, leave, who)
    return True


async def take_back(sender: Sender, leave_id: UUID) -> bool:
    """Able to come after all: withdrawn where it has not begun or nobody has decided, ended where it runs. False where there
    is none that stands."""
    found = await standing(leave_id, sender.at)
    if found is None:
        return False
    if may_be_withdrawn(found.leave, sender.at):
        gone = {"withdrawn_at": sender.at, "withdrawn_by": sender.person.id}
        written = await write(found.leave, gone)
        await announce_withdrawn(written, by=sender.person.id, at=sender.at)
        noted("withdrawn", sender, written, {"name": found.name})
    elif may_end_early(found.leave, sender.at):
        ended = {"ends_at": sender.at, "back_at": sender.at, "back_by": sender.person.id}
        noted("ended", sender, await write(found.leave, ended), {"name": found.name})
    return True
