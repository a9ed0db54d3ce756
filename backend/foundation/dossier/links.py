"""Walking the excerpt of a journal: each event says what it is sealed to have said, each link follows. Pure."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.journal.heads import SignedHead
from backend.foundation.journal.links import next_head, payload_digest
from backend.foundation.journal.signing import is_signed
from backend.foundation.journal.verification import Fault


def chain_fault(journal: Any, key: str) -> Fault | None:
    """The first event, link or head that does not agree; `key` signed the heads."""
    try:
        return next((fault for chain in journal["chains"] if (fault := _fault(chain, key))), None)
    except (KeyError, TypeError, ValueError):
        return Fault("journal", "journal.json", "it cannot be read")


def _fault(chain: dict[str, Any], key: str) -> Fault | None:
    before: dict[str, Any] | None = None
    for event in chain["events"]:
        where = f"journal.json: chain {chain['chain']} seq {event['seq']} ({event['kind']})"
        if "body" in event and payload_digest(event["salt"], event["body"]) != event["digest"]:
            return Fault("event", where, "what the event said was altered")
        if _head_after(chain["chain"], event) != event["head"]:
            return Fault("event", where, "the link does not follow from what came before")
        if before is not None and not _follows(before, event):
            return Fault("event", where, "the link does not follow from the one before it")
        before = event
    return _head_fault(chain, before, key)


def _follows(before: dict[str, Any], event: dict[str, Any]) -> bool:
    """Two links of other records may lie between; where none does, one hangs on the other."""
    if event["seq"] == before["seq"] + 1:
        return bool(event["previous"] == before["head"])
    return bool(event["seq"] > before["seq"])


def _head_after(chain: str, event: dict[str, Any]) -> str:
    return next_head(
        event["previous"],
        chain=UUID(chain),
        seq=event["seq"],
        event=UUID(event["id"]),
        kind=event["kind"],
        record_kind=event["record_kind"],
        record_id=UUID(event["record_id"]),
        actor=UUID(event["actor"]) if event["actor"] else None,
        made_at=_moment(event["made_at"]),
        received_at=datetime.fromisoformat(event["received_at"]),
        digest=event["digest"],
    )


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _head_fault(chain: dict[str, Any], last: dict[str, Any] | None, key: str) -> Fault | None:
    told = chain["head"]
    head = SignedHead(UUID(chain["chain"]), told["seq"], told["head"], told["at"], told["signature"])
    where = f"journal.json: head of chain {chain['chain']}"
    if not is_signed(head.signed_text(), head.signature, key):
        return Fault("head", where, "its signature does not hold")
    if last is not None and (
        last["seq"] > head.seq or (last["seq"] == head.seq and last["head"] != head.head)
    ):
        return Fault("head", where, "the events go on beyond it")
    return None
