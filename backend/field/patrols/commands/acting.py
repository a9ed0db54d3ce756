"""How every state change runs: seen, allowed, perhaps done before, perhaps too late, then done and noted."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.field.patrols.commands.writing import write
from backend.field.patrols.queries.visible import Muster, load
from backend.field.patrols.rules import access
from backend.field.patrols.rules.lateness import arrival
from backend.field.patrols.rules.patrol import Patrol
from backend.field.patrols.rules.review import after_addendum
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.people.identity import Person
from backend.foundation.refusals import demand

CREATED = 201

Allowed = Callable[[Muster, Person], bool]
LateWords = str | Callable[[Muster], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Noun:
    """A state change by its noun: who may, whether it was done before, and its words as a late addendum.

    `late` empty: it makes sense after the filing only, and is judged by its own rule. Words that name people are found
    when they are needed.
    """

    name: str
    allowed: Allowed
    already: Callable[[Muster], bool] = lambda _: False
    late: LateWords = ""
    key_required: bool = False
    status: int = CREATED


async def act_on(
    sender: Sender,
    patrol_id: UUID,
    noun: Noun,
    body: msgspec.Struct,
    work: Callable[[Muster], Awaitable[Entry | None]],
    *,
    said: datetime | None = None,
) -> Received:
    """Carry out `work` on the locked patrol. `said` is when the device says that the person acted.

    Refuses `not_found` to a stranger, `not_allowed`, `filed`, `patrol_not_open` and what `work` refuses; answers 200
    where it was done before, `noun.status` the first time and 201 for a late addendum.
    """

    status = noun.status

    async def act() -> Entry | None:
        nonlocal status
        muster = await load(sender.person, patrol_id, lock=True)
        demand(noun.allowed(muster, sender.person))
        if noun.already(muster):
            return None
        if noun.late and arrival(muster.patrol, sender.put_right(said)) == "late":
            status = CREATED
            words = noun.late if isinstance(noun.late, str) else await noun.late(muster)
            return await write_late(sender, muster.patrol, words, said)
        return await work(muster)

    received = await receive_act(
        sender.person,
        ("patrol", patrol_id),
        act,
        content=body,
        noun=noun.name,
        key=sender.key,
        key_required=noun.key_required,
    )
    return replace(received, status=status) if received.status == CREATED else received


def changers(muster: Muster, person: Person) -> bool:
    return access.may_change(person, muster.patrol, muster.crew)


def contributors(muster: Muster, person: Person) -> bool:
    return access.may_contribute(person, muster.patrol, muster.crew)


def noted(
    sender: Sender, patrol: Patrol, kind: str, payload: dict[str, Any], made_at: datetime | None = None
) -> Entry:
    """The event, in the chain of the patrol's township."""
    return record(
        kind,
        chain=patrol.township,
        record=("patrol", patrol.id),
        by=sender.person.id,
        payload=payload,
        made_at=made_at,
    )


async def write_late(sender: Sender, patrol: Patrol, text: str, made_at: datetime | None) -> Entry | None:
    """Keep what was made before the filing and came after it as a marked addendum; the same again changes nothing."""
    twin = await row(
        "SELECT id FROM addenda WHERE patrol = ? AND written_by = ? AND late AND text = ? AND made_at = ?",
        patrol.id,
        sender.person.id,
        text,
        made_at,
    )
    if twin is not None:
        return None
    return await add(sender, patrol, text, reason="备案前作出，备案后送达", made_at=made_at, late=True)


async def add(
    sender: Sender, patrol: Patrol, text: str, *, reason: str, made_at: datetime | None, late: bool
) -> Entry:
    """Write an addendum; a leader who has read the patrol must read it again."""
    await rows(
        "INSERT INTO addenda (id, patrol, written_by, at, made_at, reason, text, late) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        uuid4(),
        patrol.id,
        sender.person.id,
        sender.at,
        made_at,
        reason,
        text,
        late,
    )
    await write(patrol, {"review": after_addendum(patrol.review)})
    kind = "patrol.late_addendum_kept" if late else "patrol.addendum_written"
    return noted(sender, patrol, kind, {"text": text, "reason": reason}, made_at)
