"""说明: why nothing was carried out in a window that is over."""

from uuid import UUID

from backend.field.campaigns.bodies import Explained
from backend.foundation.clocks.windows import explain
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act


async def explain_window(sender: Sender, window_id: UUID, body: Explained) -> Received:
    """Refuses `not_found`, `window_not_over`, `window_closed`, `invalid`."""

    async def act() -> Entry | None:
        return await explain(sender.person, window_id, body.explanation, sender.at)

    return await receive_act(
        sender.person, ("window", window_id), act, content=body, noun="explanation", key=sender.key
    )
