"""How every act on a thing runs: seen, held, done once, noted."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.web.api import Acted
from backend.office.equipment.queries.things import Named, load

Work = Callable[[Named], Awaitable[Entry | None]]


async def act_on(sender: Sender, thing_id: UUID, work: Work, body: Acted, noun: str) -> Received:
    """Refuses `not_found` to a stranger, and whatever `work` refuses."""

    async def act() -> Entry | None:
        return await work(await load(sender.person, thing_id, lock=True))

    return await receive_act(
        sender.person, ("equipment", thing_id), act, content=body, noun=noun, key=sender.key
    )


def noted(noun: str, sender: Sender, thing_id: UUID, payload: dict[str, Any]) -> Entry:
    """In the chain of the township."""
    person = sender.person
    return record(
        f"equipment.{noun}",
        chain=person.chain,
        record=("equipment", thing_id),
        by=person.id,
        payload=payload,
    )
