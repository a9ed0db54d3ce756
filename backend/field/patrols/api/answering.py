"""How every handler of this room answers a write: the page as it stands now, with the receipt."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Response

from backend.field.patrols.queries.sheet import Sheet, sheet
from backend.field.patrols.showing import patrol_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.request import SignedRequest

B = TypeVar("B")
Command = Callable[[Sender, UUID, B], Awaitable[Received]]


async def done(request: SignedRequest, patrol_id: UUID, command: Command[B], data: B) -> Response[Any]:
    """Carry out one state change and answer it."""
    sender = sender_of(request)
    return await answered(sender, await command(sender, patrol_id, data), patrol_id)


async def answered(
    sender: Sender, received: Received, patrol_id: UUID, page: Sheet | None = None
) -> Response[Any]:
    """`page` where the command has it at hand."""
    page = page or await sheet(sender.person, patrol_id, sender.at)
    return answer(received, patrol_json(page, sender.at))


def record_id(name: str) -> UUID:
    """The id in a path; what is no UUID names no record."""
    try:
        return UUID(name)
    except ValueError:
        raise Refusal("not_found") from None
