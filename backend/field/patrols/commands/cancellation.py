"""Cancelling a patrol that found nothing yet."""

from uuid import UUID

from backend.field.patrols.bodies import Cancellation
from backend.field.patrols.commands.acting import Noun, act_on, changers, noted
from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal

NOUN = Noun(
    "cancellation",
    changers,
    already=lambda muster: muster.patrol.cancelled_at is not None,
    late="取消巡查",
)


async def cancel(sender: Sender, patrol_id: UUID, body: Cancellation) -> Received:
    """Refuses `patrol_not_open` once it has ended and `patrol_has_findings` once something was found."""
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry:
        patrol = muster.patrol
        if patrol.ended_at is not None:
            raise Refusal("patrol_not_open")
        if patrol.finding_count:
            raise Refusal("patrol_has_findings")
        at = sender.acted_at(body.when)
        await write(
            patrol,
            {
                "cancelled_at": at,
                "cancelled_by": sender.person.id,
                "cancel_reason": body.reason,
                "overlapping": False,
            },
        )
        return noted(sender, patrol, "patrol.cancelled", {"at": at, "reason": body.reason}, body.when)

    return await act_on(sender, patrol_id, NOUN, body, work, said=body.when)
