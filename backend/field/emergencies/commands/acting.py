"""How every act on an emergency runs: seen, held, done once, noted."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from backend.field.emergencies.queries.visible import Named, load
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.web.api import Acted

Work = Callable[[Named], Awaitable[Entry | None]]


async def act_on(
    sender: Sender, emergency_id: UUID, noun: str, body: Acted, work: Work, *, adds: bool = False
) -> Received:
    """Refuses `not_found` to a stranger, `time_in_future`, and whatever `work` refuses. `adds`: a repeat would add
    something, an Idempotency-Key is required."""

    async def act() -> Entry | None:
        found = await load(sender.person, emergency_id, lock=True)
        sender.happened(body.when)
        return await work(found)

    return await receive_act(
        sender.person,
        ("emergency", emergency_id),
        act,
        content=body,
        noun=noun,
        key=sender.key,
        key_required=adds,
    )
