"""How every handler of this room answers a write: the case as this side knows it now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.casework.handoffs.queries.sheet import sheet
from backend.casework.handoffs.showing.handoff import handoff_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest

B = TypeVar("B")
Command = Callable[[Sender, UUID, B], Awaitable[Received]]
PATH = "/api/v1/handoffs/{handoff_id:uuid}"
TAGS = ["handoffs"]


async def done(request: SignedRequest, handoff_id: UUID, command: Command[B], data: B) -> Response[Any]:
    """Carry out one act and answer it."""
    sender = sender_of(request)
    return await answered(sender, await command(sender, handoff_id, data), handoff_id)


async def answered(sender: Sender, received: Received, handoff_id: UUID) -> Response[Any]:
    return answer(received, handoff_json(await sheet(sender.person, handoff_id), sender.at))
