"""The journal's own account of some records: every link with what it hangs on, each chain's head signed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.journal.heads import SignedHead, signed_head
from backend.foundation.journal.links import text_of

_EVENTS = (
    "SELECT e.*, p.salt, p.body, p.erased_at, b.head AS previous FROM events e JOIN payloads p ON p.id = e.id "
    "LEFT JOIN events b ON b.chain = e.chain AND b.seq = e.seq - 1 "
    "WHERE e.record_id IN ({marks}) ORDER BY e.chain, e.seq"
)
_CHAINS = (
    "SELECT c.id, c.seq, c.head, COALESCE(t.name, u.name, '') AS name FROM chains c "
    "LEFT JOIN townships t ON t.id = c.id LEFT JOIN units u ON u.id = c.id WHERE c.id IN ({marks}) ORDER BY c.id"
)


async def excerpt(
    records: Sequence[tuple[str, UUID]], tells: Callable[[str], bool], at: datetime
) -> list[dict[str, Any]]:
    """Chain by chain, as the dossier's journal.json has them."""
    found = await rows(_EVENTS.format(marks=_marks(records)), *(record_id for _, record_id in records))
    wanted = set(records)
    events = [event for event in found if (event["record_kind"], event["record_id"]) in wanted]
    chains = list({event["chain"] for event in events})
    if not chains:
        return []
    standing = await rows(_CHAINS.format(marks=_marks(chains)), *chains)
    return [
        {
            "chain": str(chain["id"]),
            "name": chain["name"],
            "events": [_event(event, tells) for event in events if event["chain"] == chain["id"]],
            "head": _head(signed_head(chain["id"], chain["seq"], chain["head"], at)),
        }
        for chain in standing
    ]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _event(event: dict[str, Any], tells: Callable[[str], bool]) -> dict[str, Any]:
    link = {
        "seq": event["seq"],
        "id": str(event["id"]),
        "kind": event["kind"],
        "record_kind": event["record_kind"],
        "record_id": str(event["record_id"]),
        "actor": str(event["actor"]) if event["actor"] else None,
        "made_at": text_of(event["made_at"]),
        "received_at": text_of(event["received_at"]),
        "digest": event["digest"],
        "previous": event["previous"] or "",
        "head": event["head"],
    }
    if event["erased_at"] is not None:
        return link | {"erased_at": text_of(event["erased_at"])}
    return link | {"salt": event["salt"], "body": event["body"]} if tells(event["kind"]) else link


def _head(kept: SignedHead) -> dict[str, Any]:
    return {"seq": kept.seq, "head": kept.head, "at": kept.at, "signature": kept.signature}
