"""Receiving what a device made, exactly once.

Four cases for a PUT (contract): new; the same again; the same id with other content; gone. The receipt row,
unique under the record's id, is what decides, also between two requests at the same instant.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import UniqueBroken, transaction
from backend.foundation.journal import Entry, Receipt, find_receipt, issue, latest_receipt
from backend.foundation.outbox.attribution import attributed
from backend.foundation.outbox.content import content_digest
from backend.foundation.outbox.writing import lost_race
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


@dataclass(frozen=True)
class Received:
    """201 the first time, 200 ever after, with the receipt of the first time."""

    status: int
    receipt: Receipt


async def receive_put(
    person: Person,
    kind: str,
    record_id: UUID,
    content: msgspec.Struct,
    *,
    create: Callable[[], Awaitable[Entry]],
    state: Callable[[], Awaitable[str]] | None = None,
) -> Received:
    """Create the record, or recognise that it was created before.

    `create` runs inside the transaction. The same person sending other content under an id already used is refused with
    `conflict`, or with what `state` answers: `filed` or `gone`, where the record may be so.
    """
    digest = content_digest(content)
    earlier = await find_receipt(record_id)
    if earlier is None:
        try:
            async with transaction():
                entry = await create()
                receipt = issue(record_id, digest, entry, officer=person.id, township=person.township_id)
            return Received(201, receipt)
        except (UniqueBroken, Refusal) as why:
            earlier = await _earlier_or_refused(record_id, why, (kind, record_id))
    if earlier is None or (earlier.officer, earlier.record_kind) != (person.id, kind):
        raise Refusal("conflict")
    if earlier.digest != digest:
        raise Refusal(await state() if state else "conflict")
    return Received(200, earlier)


async def receive_act(
    person: Person,
    record: tuple[str, UUID],
    act: Callable[[], Awaitable[Entry | None]],
    *,
    content: msgspec.Struct,
    noun: str,
    key: UUID | None,
    key_required: bool = False,
) -> Received:
    """Carry out a POST or PATCH once per idempotency key.

    `act` runs inside the transaction and answers None when the record already stood as asked. `key_required` is
    for acts that would add something when repeated.
    """
    if key is None and key_required:
        raise Refusal("idempotency_key_missing")
    digest = content_digest(_Act(noun, str(record[1]), content_digest(content)))
    if key is not None and (earlier := await find_receipt(key)):
        return _again(earlier, person, digest)
    try:
        async with transaction():
            entry = await act()
            if entry is not None:
                receipt = issue(key or uuid4(), digest, entry, officer=person.id, township=person.township_id)
    except (UniqueBroken, Refusal) as why:
        earlier = await _earlier_or_refused(key, why, record)
        if earlier is None:
            lost_race()
        return _again(earlier, person, digest)
    if entry is None:
        return await _unchanged(person, record, key, digest)
    return Received(201, receipt)


async def received_before(key: UUID, digest: str) -> Received:
    """What was answered when this content came first; refuses `conflict` where the id of its receipt was given to something else:
    ids are chosen by whoever sends."""
    earlier = await find_receipt(key)
    if earlier is None or earlier.digest != digest:
        raise Refusal("conflict")
    return Received(200, earlier)


async def _unchanged(person: Person, record: tuple[str, UUID], key: UUID | None, digest: str) -> Received:
    """The receipt of the same try, where that was answered at this very instant; else one for where the record stands."""
    if key is not None and (earlier := await find_receipt(key)):
        return _again(earlier, person, digest)
    standing = await latest_receipt(*record, key=key, officer=person.id, township=person.township_id)
    if standing is None:
        lost_race()
    return Received(200, standing)


async def _earlier_or_refused(key: UUID | None, why: Exception, record: tuple[str, UUID]) -> Receipt | None:
    """What the same try left, where its answer was lost and both were under way at once: the second may break a unique index
    or find the record no longer as it needs it. A refusal with nothing under the key stands, and says whose words it is about."""
    earlier = await find_receipt(key) if key else None
    if earlier is None and isinstance(why, Refusal):
        raise await attributed(why, record)
    return earlier


class _Act(msgspec.Struct):
    noun: str
    record: str
    body: str


def _again(earlier: Receipt, person: Person, digest: str) -> Received:
    if earlier.officer != person.id or earlier.digest != digest:
        raise Refusal("key_reused")
    return Received(200, earlier)
