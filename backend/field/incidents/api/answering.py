"""How every handler of this room answers a write: the record as it stands now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.field.incidents.queries.sheet import sheet
from backend.field.incidents.showing import incident_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest

B = TypeVar("B")

PATH = "/api/v1/incidents/{incident_id:uuid}"
TAGS = ["incidents"]


async def done(
    request: SignedRequest,
    incident_id: UUID,
    command: Callable[[Sender, UUID, B], Awaitable[Received]],
    data: B,
) -> Response[Any]:
    """Carry out one act and answer it."""
    sender = sender_of(request)
    return await answered(sender, incident_id, await command(sender, incident_id, data))


async def done_with(
    request: SignedRequest,
    incident_id: UUID,
    report_id: UUID,
    command: Callable[[Sender, UUID, UUID, B], Awaitable[Received]],
    data: B,
) -> Response[Any]:
    """The same for an act on one of its reports."""
    sender = sender_of(request)
    return await answered(sender, incident_id, await command(sender, incident_id, report_id, data))


async def answered(sender: Sender, incident_id: UUID, received: Received) -> Response[Any]:
    return answer(received, incident_json(await sheet(sender.person, incident_id), sender.at))
