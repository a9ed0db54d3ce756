"""补记: the only way to correct what was filed."""

from uuid import UUID

from backend.field.patrols.bodies import AddendumBody
from backend.field.patrols.commands.acting import Noun, act_on, add, contributors
from backend.field.patrols.queries.visible import Muster
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal

NOUN = Noun("addenda", contributors, key_required=True)


async def amend(sender: Sender, patrol_id: UUID, body: AddendumBody) -> Received:
    """Refuses `patrol_not_filed` and `idempotency_key_missing`. What a leader had read falls back to 有新补记."""

    async def work(muster: Muster) -> Entry:
        if muster.patrol.filed_at is None:
            raise Refusal("patrol_not_filed")
        return await add(
            sender, muster.patrol, body.text, reason=body.reason or "", made_at=body.when, late=False
        )

    return await act_on(sender, patrol_id, NOUN, body, work, said=body.when)
