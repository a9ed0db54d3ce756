"""What a 来不了 leaves in the list of absences: leave for the rest of the shift, so that drafting, the officer's page and the
counts know of it."""

from uuid import UUID

from backend.foundation.outbox import Sender
from backend.office.absences.commands import calling_in
from backend.office.duty.queries.shifts import KnownShift, Stander
from backend.office.duty.queries.sick_calls import leave_of, leaves_of


async def note_leave(shift: KnownShift, stander: Stander, note: str, sender: Sender) -> None:
    """From now, where the shift has begun."""
    span = max(shift.begins_at, sender.at), shift.ends_at
    await calling_in.leave_for(sender, leave_of(stander.id), stander.officer, span, note)


async def take_back(shift: KnownShift, officer: UUID, sender: Sender) -> bool:
    """They stand on the shift after all; False where no leave of such a call was left."""
    return any([await calling_in.take_back(sender, leave) for leave in await leaves_of(shift.id, officer)])
