"""How every state change runs: seen, allowed, perhaps done before, then done and noted."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.handoffs.queries.turns import last_turn, words_of
from backend.casework.handoffs.queries.visible import Case, load
from backend.casework.handoffs.rules import access, states, times
from backend.casework.handoffs.rules.states import Act
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, demand

CREATED = 201

# Where the bodies of acts carry what a person wrote.
_WORDS = ("text", "reason", "note")

Allowed = Callable[[Case, Person], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Noun:
    """A state change by its noun. `act` is None for what leads to no other state; `allowed` refuses who may not."""

    name: str
    allowed: Allowed
    act: Act | None = None
    key_required: bool = False
    status: int = CREATED


async def senders(case: Case, person: Person) -> None:
    """Whoever sends in the name of the sending body; an addressee is told what is theirs to do instead."""
    demand(case.side == "sender", "这一步由移送方办理")
    demand(access.may_send(person))


async def writers(case: Case, person: Person) -> None:
    """Whoever may prepare it on the sender's side."""
    demand(case.side == "sender", "这一步由移送方办理")
    demand(access.may_write(person))


async def both(case: Case, person: Person) -> None:
    """Either side, whoever acts for it."""
    if case.side == "sender":
        await senders(case, person)
    else:
        await answerers(case, person)


async def answerers(case: Case, person: Person) -> None:
    """The addressee's people for such papers."""
    to_unit = case.own.to_unit if case.own else case.handoff.to_unit
    demand(access.may_answer(person, case.where, to_unit, case.handoff.direction), "这一步由受移送方办理")


async def turned(sender: Sender, case: Case, said: datetime | None) -> datetime:
    """When an act that leads to another state counts. Refuses `times_crossed` for what comes before the last one."""
    if sender.acted_at(said) == sender.at:
        return sender.at
    return times.following(sender, said, await last_turn(case.handoff))


async def act_on(
    sender: Sender,
    handoff_id: UUID,
    noun: Noun,
    body: msgspec.Struct,
    work: Callable[[Case], Awaitable[Entry | None]],
    *,
    said: datetime | None = None,
) -> Received:
    """Carry out `work` on the locked case. `said` is when the device says that the person acted.

    Refuses `not_found` to a stranger, `not_allowed`, `time_in_future`, and what `work` refuses; answers 200 where it
    was done before, and refuses `done_otherwise` where what is said now would be lost by that.
    """
    times.happened(sender, {"at": said})

    async def act() -> Entry | None:
        case = await load(sender.person, handoff_id, lock=True)
        await noun.allowed(case, sender.person)
        if noun.act is not None and states.done(case.state, noun.act):
            await _nothing_lost(case, noun.act, body)
            return None
        if noun.key_required and sender.key is None:
            raise Refusal("idempotency_key_missing")
        return await work(case)

    received = await receive_act(
        sender.person,
        ("handoff", handoff_id),
        act,
        content=body,
        noun=noun.name,
        key=sender.key,
    )
    return replace(received, status=noun.status) if received.status == CREATED else received


async def _nothing_lost(case: Case, act: Act, body: msgspec.Struct) -> None:
    """Somebody did it before: who only repeats it loses nothing, who has other words must hear that they were not kept."""
    said = next((words for name in _WORDS if (words := getattr(body, name, None))), None)
    if said and said != await words_of(case.handoff, act):
        raise Refusal("done_otherwise")
