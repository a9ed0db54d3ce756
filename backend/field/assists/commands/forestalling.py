"""撤回 of a call that has not come: its phone gave it up, but the network may still have it under way."""

from uuid import UUID

from backend.foundation.database import UniqueBroken, transaction
from backend.foundation.journal import issue, record
from backend.foundation.outbox import Sender


async def forestall(sender: Sender, assist_id: UUID, why: str) -> bool:
    """From now on this person's call under this id is `gone`, should it still arrive: nobody is to run to it.

    False, and nothing happens, where the receipt under the id says that it came, whoever's it is, or was forestalled before.
    """
    person = sender.person
    try:
        async with transaction():
            entry = record(
                "assist.forestalled",
                chain=person.chain,
                record=("assist", assist_id),
                by=person.id,
                payload={"reason": why},
            )
            issue(assist_id, "", entry, officer=person.id, township=person.township_id)
    except UniqueBroken:
        return False
    return True
