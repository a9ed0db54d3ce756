"""撤回 of a call that has not come: its phone gave it up, but the network may still have it under way."""

from datetime import datetime
from uuid import UUID, uuid5

from backend.foundation.database import UniqueBroken, batch, transaction, turns
from backend.foundation.database.access import Statement
from backend.foundation.journal import issue, record
from backend.foundation.outbox import Sender
from backend.foundation.people.identity import Person

_CALL = "SELECT id FROM assists WHERE id = ?"
# Whoever sends chooses ids: one that somebody gave to something else is no word about this call.
_FORESTALLED = "SELECT id FROM receipts WHERE id = ? AND record_kind = 'assist' AND record_id = ?"


async def forestall(sender: Sender, assist_id: UUID, why: str, said: datetime | None) -> bool:
    """From now on this person's call under this id is `gone`, should it still arrive: nobody is to run to it. Nobody else's is.

    False, and nothing happens, where a call under this id has come meanwhile, whoever's it is.
    """
    person = sender.person
    try:
        async with transaction():
            if await _there_is(assist_id, (_CALL, [assist_id])):
                return False
            entry = record(
                "assist.forestalled",
                chain=person.chain,
                record=("assist", assist_id),
                by=person.id,
                payload={"reason": why},
                made_at=said,
            )
            issue(_key(person, assist_id), "", entry, officer=person.id, township=person.township_id)
    except UniqueBroken:
        pass  # forestalled before
    return True


async def was_forestalled(person: Person, assist_id: UUID) -> bool:
    """Inside the transaction that would take the call: until it ends nobody forestalls it."""
    return await _there_is(assist_id, (_FORESTALLED, [_key(person, assist_id), assist_id]))


async def _there_is(assist_id: UUID, asked: Statement) -> bool:
    """Whether it finds anything, once whoever calls or forestalls under this id is done."""
    *_, found = await batch([*turns(assist_id), asked])
    return bool(found)


def _key(person: Person, assist_id: UUID) -> UUID:
    return uuid5(assist_id, f"forestalled by {person.id}")
