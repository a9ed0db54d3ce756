"""How every act on a call runs: seen, allowed, perhaps done before, perhaps too late, then done and noted."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from backend.field.assists.queries.visible import Called, load
from backend.field.assists.rules import access
from backend.field.assists.rules.states import must_be_open
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.people.identity import Person
from backend.foundation.refusals import demand

Allowed = Callable[[Person, Called], bool]
Work = Callable[[Called], Awaitable[Entry | None]]


@dataclass(frozen=True, slots=True)
class Noun:
    """An act by its noun: who may, whether it was done before, whether it still makes sense once it has ended."""

    name: str
    allowed: Allowed = lambda _person, _called: True
    already: Callable[[Called], bool] = lambda _: False
    afterwards: bool = False
    key_required: bool = False


async def act_on(sender: Sender, assist_id: UUID, noun: Noun, body: msgspec.Struct, work: Work) -> Received:
    """Carry out `work` on the locked call; 200 where it was done before.

    Refuses `not_found` to a stranger, `not_allowed`, `assist_ended` and what `work` refuses.
    """

    async def act() -> Entry | None:
        called = await load(sender.person, assist_id, lock=True)
        demand(noun.allowed(sender.person, called))
        if noun.already(called):
            return None
        if not noun.afterwards:
            must_be_open(called.assist)
        return await work(called)

    return await receive_act(
        sender.person,
        ("assist", assist_id),
        act,
        content=body,
        noun=noun.name,
        key=sender.key,
        key_required=noun.key_required,
    )


def moment_of(sender: Sender, said: datetime | None) -> datetime:
    """When the person acted; a moment that has not come is the present one: nothing here waits for a clock to be right."""
    return min(sender.doubting(said).acted_at(said), sender.at)


def enders(person: Person, called: Called) -> bool:
    return access.may_end(person, called.assist, called.responses)


def speakers(person: Person, called: Called) -> bool:
    return access.may_speak(person, called.assist, called.responses, called.crew)


def moment_in(sender: Sender, called: Called, said: datetime | None) -> datetime:
    """The same on a call that is there: nobody answered it, or ended it, before it was made."""
    return max(moment_of(sender, said), called.assist.raised_at)
