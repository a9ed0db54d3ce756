"""The month published: from here on people are told."""

from uuid import UUID

from backend.foundation.database import execute
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.commands.news import tell_published
from backend.office.duty.commands.writing import note
from backend.office.duty.queries.rosters import load_roster
from backend.office.duty.queries.shifts import shifts_of

_PUBLISH = (
    "UPDATE rosters SET published_at = ?, published_by = ?, version = version + 1 "
    "WHERE id = ? AND published_at IS NULL RETURNING id"
)


class Publishing(Body):
    """POST: nothing besides."""


async def publish(sender: Sender, roster_id: UUID, body: Publishing) -> Received:
    """Empty slots are no obstacle, they are shown. Again changes nothing. Refuses `roster_without_shifts`."""

    async def act() -> Entry | None:
        roster = await load_roster(sender.person, roster_id, lock=True)
        if roster.published_at is not None:
            return None
        shifts = await shifts_of(roster_id)
        if not any(shift.people for shift in shifts):
            raise Refusal("roster_without_shifts", "还没有排上一个人")
        await execute(_PUBLISH, sender.at, sender.person.id, roster_id)
        await tell_published(roster, shifts, sender)
        empty = sum(shift.lacks for shift in shifts)
        payload = {"month": f"{roster.month:%Y-%m}", "shifts": len(shifts), "empty": empty}
        return note("roster.published", roster_id, sender, payload)

    return await receive_act(
        sender.person, ("roster", roster_id), act, content=body, noun="publication", key=sender.key
    )
