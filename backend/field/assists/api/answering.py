"""How every handler of this room answers a write: the call as it stands now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.field.assists.queries.sheet import sheet
from backend.field.assists.showing import assist_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest

B = TypeVar("B")
Command = Callable[[Sender, UUID, B], Awaitable[Received]]

PATH = "/api/v1/assists/{assist_id:uuid}"
TAGS = ["assists"]


async def done(request: SignedRequest, assist_id: UUID, command: Command[B], data: B) -> Response[Any]:
    """Carry out one act and answer it."""
    sender = sender_of(request)
    received = await command(sender, assist_id, data)
    return answer(received, assist_json(await sheet(sender.person, assist_id)))
