"""What begins with another record hangs on that one; rooms register how, whoever makes the new record tells."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from backend.foundation.outbox.sender import Sender
from backend.foundation.records import NamedRecord, Record

# In the open transaction of whoever made it: on the record of that id, the new one by kind and id, with its title.
Hang = Callable[[Sender, UUID, NamedRecord, str], Awaitable[None]]

_hanging: dict[str, Hang] = {}


def hangs(kind: str, hang: Hang) -> None:
    """Let records of that kind show what came of them."""
    _hanging[kind] = hang


async def hang_on(sender: Sender, origin: Record, made: NamedRecord, title: str) -> None:
    """Nothing for kinds that keep no list of what came of them."""
    if origin.kind in _hanging:
        await _hanging[origin.kind](sender, origin.id, made, title)
