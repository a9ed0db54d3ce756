"""Receipts: the server's signed word that it holds what a device sent."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import look_up, row
from backend.foundation.journal.links import canonical
from backend.foundation.journal.recording import Entry, follow
from backend.foundation.journal.signing import sign

_INSERT = (
    "INSERT INTO receipts (id, record_kind, record_id, officer, township, digest, received_at, chain, seq, head, "
    "signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass
class Receipt:
    """`id` is the record's id (PUT) or the idempotency key; `digest` is that of the content accepted first."""

    id: UUID
    record_kind: str
    record_id: UUID
    officer: UUID
    township: UUID | None
    digest: str
    received_at: datetime
    chain: UUID
    seq: int = 0
    head: str = ""
    signature: str = ""

    def signed_text(self) -> bytes:
        """What the signature covers: the receipt as sent, without the signature, canonical JSON."""
        return canonical({k: v for k, v in self.as_json().items() if k != "signature"}).encode()

    def as_json(self) -> dict[str, Any]:
        return {
            "id": str(self.id),
            "digest": self.digest,
            "received_at": self.received_at.astimezone(UTC).isoformat(timespec="microseconds"),
            "journal": [self.seq, self.head],
            "signature": self.signature,
        }


def issue(key: UUID, digest: str, entry: Entry, *, officer: UUID, township: UUID | None) -> Receipt:
    """A receipt for `entry`, stored with it; its seq, head and signature are there once the transaction closed."""
    receipt = Receipt(
        key, entry.record_kind, entry.record_id, officer, township, digest, entry.received_at, entry.chain
    )
    follow(lambda: (_INSERT, _sealed(receipt, entry)))
    return receipt


async def find_receipt(key: UUID) -> Receipt | None:
    found = await look_up("SELECT * FROM receipts WHERE id = ?", key)
    return Receipt(**found) if found else None


async def latest_receipt(
    record_kind: str, record_id: UUID, *, key: UUID | None, officer: UUID, township: UUID | None
) -> Receipt | None:
    """A receipt for where the record stands now, for acts that changed nothing because they were done before; it carries
    the `key` that was sent, by which a phone knows what it answers, else the id of the last event."""
    found = await row(
        "SELECT id, chain, seq, head, digest, received_at FROM events WHERE record_kind = ? AND record_id = ? "
        "ORDER BY seq DESC LIMIT 1",
        record_kind,
        record_id,
    )
    if found is None:
        return None
    receipt = Receipt(
        record_kind=record_kind, record_id=record_id, officer=officer, township=township, **found
    )
    receipt.id = key or receipt.id
    receipt.signature = sign(receipt.signed_text())
    return receipt


def _sealed(receipt: Receipt, entry: Entry) -> tuple[Any, ...]:
    receipt.seq, receipt.head = entry.seq, entry.head
    receipt.signature = sign(receipt.signed_text())
    return (
        receipt.id,
        receipt.record_kind,
        receipt.record_id,
        receipt.officer,
        receipt.township,
        receipt.digest,
        receipt.received_at,
        receipt.chain,
        receipt.seq,
        receipt.head,
        receipt.signature,
    )
