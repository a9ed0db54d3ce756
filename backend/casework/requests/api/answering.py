"""How every handler of this room answers a write: the record as it stands now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.casework.requests.queries.sheet import sheet
from backend.casework.requests.showing import request_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest

B = TypeVar("B")
Whole = Callable[[Sender, UUID, B], Awaitable[Received]]
Part = Callable[[Sender, UUID, UUID, B], Awaitable[Received]]

PATH = "/api/v1/requests/{request_id:uuid}"
PART = f"{PATH}/parties/{{party_id:uuid}}"
TAGS = ["requests"]


async def done(request: SignedRequest, request_id: UUID, command: Whole[B], data: B) -> Response[Any]:
    """Carry out one act on the whole and answer it."""
    sender = sender_of(request)
    received = await command(sender, request_id, data)
    return answer(received, request_json(await sheet(sender.person, request_id), sender.at))


async def done_in(
    request: SignedRequest, request_id: UUID, party_id: UUID, command: Part[B], data: B
) -> Response[Any]:
    """The same on one body's part."""
    sender = sender_of(request)
    received = await command(sender, request_id, party_id, data)
    return answer(received, request_json(await sheet(sender.person, request_id), sender.at))
