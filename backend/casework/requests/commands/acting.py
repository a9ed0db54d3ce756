"""How every act runs: seen, allowed on that side, perhaps done before, then done, noted and told."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.requests.bodies import Act
from backend.casework.requests.queries.visible import Asked, Named, load
from backend.casework.requests.rules import states
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal

# What a second sending would add once more.
ADDING = frozenset({"calls", "acceptance", "attendance", "reminders", "limit"})


@dataclass(frozen=True, slots=True)
class Doing:
    """One act: what it says (by column), and the words that are told of it."""

    act: str
    said: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""


Whole = Callable[[Named], Awaitable[Entry | None]]
Part = Callable[[Named, Asked], Awaitable[Entry | None]]


async def on_whole(sender: Sender, request_id: UUID, act: str, body: Act, do: Whole) -> Received:
    """`do` on the locked request. Refuses `not_found` to a stranger."""

    async def work() -> Entry | None:
        return await do(await load(sender.person, request_id, lock=True))

    return await receive_act(
        sender.person,
        ("request", request_id),
        work,
        content=body,
        noun=act,
        key=sender.key,
        key_required=act in ADDING,
    )


async def on_part(
    sender: Sender,
    request_id: UUID,
    party_id: UUID,
    *,
    act: str,
    body: Act,
    do: Part,
    key_required: bool = False,
) -> Received:
    """`do` on one body's part of the locked request. Refuses `not_found` to a stranger."""

    async def work() -> Entry | None:
        found = await load(sender.person, request_id, lock=True)
        return await do(found, found.of(party_id))

    return await receive_act(
        sender.person,
        ("request_party", party_id),
        work,
        content=body,
        noun=act,
        key=sender.key,
        key_required=key_required or act in ADDING,
    )


def under_way(found: Named, act: str) -> None:
    """Refuses `request_state` on what has ended."""
    if not found.request.open:
        stands = states.WORDS[found.request.state]
        raise Refusal(
            "request_state", f"现在是“{stands}”，不能{states.ACTS[act]}", extra={"state": found.request.state}
        )


def moment(sender: Sender, earliest: datetime, said: datetime | None) -> datetime:
    """When it was done: not in the future, not before what came before it."""
    sender.happened(said)
    return max(sender.acted_at(said), earliest)
