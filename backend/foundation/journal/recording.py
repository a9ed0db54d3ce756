"""Writing events: buffered while the command works, linked into the chain as its last statement.

Taking `seq` last keeps the chain row locked for the shortest time and makes seq order commit order.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.foundation.database import Dialogue, after_commit, before_commit, kept, together
from backend.foundation.database.dialogues import Row
from backend.foundation.journal.links import canonical, next_head, payload_digest
from backend.foundation.now import now

Statement = tuple[str, tuple[Any, ...]]

_TAKE = (
    "INSERT INTO chains (id, seq, head) VALUES (?, ?, '') "
    "ON CONFLICT (id) DO UPDATE SET seq = chains.seq + excluded.seq RETURNING seq, head"
)
_EVENT = "INSERT INTO events (id, chain, seq, kind, record_kind, record_id, actor, made_at, received_at, digest, head) VALUES "
_PAYLOAD = "INSERT INTO payloads (id, salt, body) VALUES "
_AT_ONCE = 50  # rows of one statement: longer ones the PostgreSQL driver would prepare anew each time
_HEAD = "UPDATE chains SET head = ? WHERE id = ?"


@dataclass
class Entry:
    """One event on its way into the journal; `seq` and `head` are known once the transaction has closed."""

    chain: UUID
    kind: str
    record_kind: str
    record_id: UUID
    actor: UUID | None
    made_at: datetime | None
    received_at: datetime
    body: str
    id: UUID = field(default_factory=uuid4)
    salt: str = field(default_factory=lambda: secrets.token_hex(16))
    seq: int = 0
    head: str = ""


Follower = Callable[[], Statement]
Told = Callable[[UUID, int], None]

_told: list[Told] = []


@dataclass
class Pending:
    """What one transaction will link when it closes."""

    entries: list[Entry] = field(default_factory=list)
    followers: list[Follower] = field(default_factory=list)


def record(
    kind: str,
    *,
    chain: UUID,
    record: tuple[str, UUID],
    by: UUID | None,
    payload: dict[str, Any],
    made_at: datetime | None = None,
) -> Entry:
    """Note that `kind` (e.g. `patrol.filed`) happened to `record` (kind, id) in the open transaction.

    `chain` is the township's id, or the id of a county body; `payload` is what changed.
    """
    entry = Entry(chain, kind, record[0], record[1], by, made_at, now(), canonical(payload))
    _pending().entries.append(entry)
    return entry


def follow(statement: Follower) -> None:
    """Write one more row once the entries know their seq and head (a receipt does)."""
    _pending().followers.append(statement)


def tell(told: Told) -> None:
    """Let `told` know after each commit how far which chain has come: (chain, seq), at once and without waiting."""
    _told.append(told)


def tell_no_more(told: Told) -> None:
    _told.remove(told)


def _pending() -> Pending:
    pending = kept(Pending)
    if not pending.entries and not pending.followers:
        before_commit(lambda: _link(pending))
        after_commit(lambda: _tell(pending))
    return pending


async def _tell(pending: Pending) -> None:
    for chain, seq in {entry.chain: entry.seq for entry in pending.entries}.items():
        for told in _told:
            told(chain, seq)


def _link(pending: Pending) -> Dialogue[None]:
    by_chain: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in pending.entries:
        by_chain[entry.chain].append(entry)
    # One order for all commands: two that touch two chains must not wait for each other crosswise.
    statements: list[Statement] = []
    for chain in sorted(by_chain):
        (taken,) = yield _TAKE, (chain, len(by_chain[chain]))
        statements += _extended(chain, by_chain[chain], taken)
    statements += [follower() for follower in pending.followers]
    yield from together(statements)


def _extended(chain: UUID, entries: list[Entry], taken: Row) -> list[Statement]:
    """What writes the entries behind the head that was taken, and the new head."""
    seq, head = taken["seq"] - len(entries), taken["head"]
    events: list[tuple[Any, ...]] = []
    for entry in entries:
        seq += 1
        digest = payload_digest(entry.salt, entry.body)
        head = next_head(
            head,
            chain=chain,
            seq=seq,
            event=entry.id,
            kind=entry.kind,
            record_kind=entry.record_kind,
            record_id=entry.record_id,
            actor=entry.actor,
            made_at=entry.made_at,
            received_at=entry.received_at,
            digest=digest,
        )
        entry.seq, entry.head = seq, head
        events.append(_event_values(entry, digest))
    payloads = [(entry.id, entry.salt, entry.body) for entry in entries]
    return [*_inserted(_EVENT, events), *_inserted(_PAYLOAD, payloads), (_HEAD, (head, chain))]


def _inserted(into: str, found: list[tuple[Any, ...]]) -> Iterator[Statement]:
    """As few statements as the rows take: a sweep writes hundreds of events in one transaction."""
    for first in range(0, len(found), _AT_ONCE):
        batch = found[first : first + _AT_ONCE]
        marks = f"({', '.join('?' * len(batch[0]))})"
        yield into + ", ".join([marks] * len(batch)), tuple(value for row in batch for value in row)


def _event_values(entry: Entry, digest: str) -> tuple[Any, ...]:
    return (
        entry.id,
        entry.chain,
        entry.seq,
        entry.kind,
        entry.record_kind,
        entry.record_id,
        entry.actor,
        entry.made_at,
        entry.received_at,
        digest,
        entry.head,
    )
