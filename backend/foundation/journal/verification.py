"""`liandong verify`: walk every chain, every receipt and every kept head; name the first thing altered."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.journal.heads import SignedHead, kept_heads
from backend.foundation.journal.links import next_head, payload_digest
from backend.foundation.journal.receipts import Receipt
from backend.foundation.journal.signing import is_signed

PAGE = 2000


@dataclass(frozen=True)
class Fault:
    """The first thing that does not agree: what it is, where, and in which way."""

    what: str
    where: str
    how: str


@dataclass
class Walk:
    """What was walked, and the first fault if there is one."""

    events: int = 0
    erased: int = 0
    receipts: int = 0
    heads: int = 0
    fault: Fault | None = None


async def verify_journal() -> Walk:
    """Chains, then receipts, then kept heads; stops at the first fault. While others write, call it in a `snapshot`."""
    walk, heads = (
        Walk(),
        list(kept_heads()),
    )  # before the first look: no head kept is newer than what is walked
    at: dict[tuple[UUID, int], str] = {}
    for chain in await rows("SELECT id, seq, head FROM chains ORDER BY id"):
        walk.fault = await _walk_chain(chain, walk, at)
        if walk.fault:
            return walk
    walk.fault = await _walk_receipts(walk, at) or _walk_heads(heads, walk, at)
    return walk


async def _walk_chain(chain: dict[str, Any], walk: Walk, at: dict[tuple[UUID, int], str]) -> Fault | None:
    head, seq = "", 0
    async for event in _events(chain["id"]):
        seq += 1
        where = f"chain {chain['id']} seq {event['seq']} ({event['kind']})"
        if event["seq"] != seq:
            return Fault("event", where, f"seq {seq} is missing")
        fault = _payload_fault(event, where)
        if fault:
            return fault
        head = _head_after(head, event)
        if head != event["head"]:
            return Fault("event", where, "the link does not follow from what came before")
        at[chain["id"], seq] = head
        walk.events += 1
        walk.erased += event["erased_at"] is not None
    if (seq, head) != (chain["seq"], chain["head"]):
        return Fault("chain", f"chain {chain['id']}", f"ends at {seq}, but its row says {chain['seq']}")
    return None


async def _events(chain: UUID) -> AsyncIterator[dict[str, Any]]:
    after = 0
    while True:
        page = await rows(
            "SELECT e.*, p.salt, p.body, p.erased_at FROM events e LEFT JOIN payloads p ON p.id = e.id "
            "WHERE e.chain = ? AND e.seq > ? ORDER BY e.seq LIMIT ?",
            chain,
            after,
            PAGE,
        )
        for event in page:
            yield event
        if len(page) < PAGE:
            return
        after = page[-1]["seq"]


def _payload_fault(event: dict[str, Any], where: str) -> Fault | None:
    if event["erased_at"] is not None:
        return None
    if event["salt"] is None or event["body"] is None:
        return Fault("payload", where, "what the event said is missing")
    if payload_digest(event["salt"], event["body"]) != event["digest"]:
        return Fault("payload", where, "what the event said was altered")
    return None


def _head_after(head: str, event: dict[str, Any]) -> str:
    return next_head(
        head,
        chain=event["chain"],
        seq=event["seq"],
        event=event["id"],
        kind=event["kind"],
        record_kind=event["record_kind"],
        record_id=event["record_id"],
        actor=event["actor"],
        made_at=event["made_at"],
        received_at=event["received_at"],
        digest=event["digest"],
    )


async def _walk_receipts(walk: Walk, at: dict[tuple[UUID, int], str]) -> Fault | None:
    after = UUID(int=0)
    while page := await rows("SELECT * FROM receipts WHERE id > ? ORDER BY id LIMIT ?", after, PAGE):
        for found in page:
            receipt = Receipt(**found)
            where = f"receipt {receipt.id} of {receipt.record_kind} {receipt.record_id}"
            if at.get((receipt.chain, receipt.seq)) != receipt.head:
                return Fault("receipt", where, f"its head is not that of seq {receipt.seq}")
            if not is_signed(receipt.signed_text(), receipt.signature):
                return Fault("receipt", where, "its signature does not hold")
            walk.receipts += 1
        after = page[-1]["id"]
    return None


def _walk_heads(
    heads: list[tuple[Path, SignedHead | None]], walk: Walk, at: dict[tuple[UUID, int], str]
) -> Fault | None:
    for path, kept in heads:
        if kept is None:
            return Fault("head", f"kept head {path}", "it cannot be read")
        where = f"kept head of chain {kept.chain} at {kept.at}"
        if not is_signed(kept.signed_text(), kept.signature):
            return Fault("head", where, "its signature does not hold")
        if at.get((kept.chain, kept.seq)) != kept.head:
            return Fault("head", where, f"the chain says something else at seq {kept.seq}")
        walk.heads += 1
    return None
