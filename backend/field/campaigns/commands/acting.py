"""One act on a campaign: load and lock it, judge, write, once per key."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import msgspec

from backend.field.campaigns.queries.visible import Named, load
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act

Work = Callable[[Named], Awaitable[Entry | None]]


async def act(sender: Sender, campaign_id: UUID, work: Work, body: msgspec.Struct, noun: str) -> Received:
    """`work` answers None when the campaign already stood as asked."""

    async def carry_out() -> Entry | None:
        return await work(await load(sender.person, campaign_id, lock=True))

    return await receive_act(
        sender.person, ("campaign", campaign_id), carry_out, content=body, noun=noun, key=sender.key
    )
