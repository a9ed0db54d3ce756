"""How every handler of this room answers a write: the record as it stands now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.casework.hazards.queries.sheet import sheet
from backend.casework.hazards.showing import hazard_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest

B = TypeVar("B")
Command = Callable[[Sender, UUID, B], Awaitable[Received]]

PATH = "/api/v1/hazards/{hazard_id:uuid}"
TAGS = ["hazards"]


async def done(request: SignedRequest, hazard_id: UUID, command: Command[B], data: B) -> Response[Any]:
    """Carry out one act and answer it."""
    sender = sender_of(request)
    received = await command(sender, hazard_id, data)
    return answer(received, hazard_json(await sheet(sender.person, hazard_id, sender.at)))
