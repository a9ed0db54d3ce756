"""How a link is hashed. Pure: the same arithmetic writes the chain and verifies it."""

import hashlib
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

_encoder = msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces; times in UTC."""
    return _encoder.encode(msgspec.to_builtins(value, order="sorted")).decode()


def payload_digest(salt: str, body: str) -> str:
    """SHA-256 over the salted payload; the salt keeps an erased payload from being guessed."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


def next_head(
    head: str,
    *,
    chain: UUID,
    seq: int,
    event: UUID,
    kind: str,
    record_kind: str,
    record_id: UUID,
    actor: UUID | None,
    made_at: datetime | None,
    received_at: datetime,
    digest: str,
) -> str:
    """SHA-256 over the head so far and everything the link itself says."""
    parts = (
        head,
        chain,
        seq,
        event,
        kind,
        record_kind,
        record_id,
        actor,
        text_of(made_at),
        text_of(received_at),
        digest,
    )
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def text_of(moment: datetime | None) -> str:
    """A moment as links and excerpts write it: UTC, to the microsecond; empty for none."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else ""
