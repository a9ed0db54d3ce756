"""How every handler of this room answers a write: the record as it stands now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest
from backend.office.tasks.queries.sheet import sheet
from backend.office.tasks.showing import task_json

B = TypeVar("B")
Command = Callable[[Sender, UUID, B], Awaitable[Received]]

PATH = "/api/v1/tasks/{task_id:uuid}"
TAGS = ["tasks"]


async def done(request: SignedRequest, task_id: UUID, command: Command[B], data: B) -> Response[Any]:
    """Carry out one act and answer it."""
    sender = sender_of(request)
    received = await command(sender, task_id, data)
    return answer(received, task_json(await sheet(sender.person, task_id), sender.at))
