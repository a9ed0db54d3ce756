"""How every handler of this room answers a write: the record as it stands now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.field.campaigns.queries.sheet import sheet
from backend.field.campaigns.showing import campaign_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest

B = TypeVar("B")

PATH = "/api/v1/campaigns/{campaign_id:uuid}"
TAGS = ["campaigns"]


async def done(
    request: SignedRequest,
    campaign_id: UUID,
    command: Callable[[Sender, UUID, B], Awaitable[Received]],
    data: B,
) -> Response[Any]:
    """Carry out one act and answer it."""
    sender = sender_of(request)
    received = await command(sender, campaign_id, data)
    return answer(received, campaign_json(await sheet(sender.person, campaign_id), sender.at))
