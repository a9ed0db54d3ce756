"""The case as its addressee gets it: an allow-list, written out. Nothing else of the sender's ever crosses."""

from collections.abc import Iterable
from typing import Any

from backend.casework.handoffs.queries.materials import Line
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.handoff import Handoff
from backend.foundation.web.api import iso


def content_of(handoff: Handoff) -> dict[str, Any]:
    """What both sides read of the case itself."""
    return {
        "title": handoff.title,
        "heading": handoff.heading,
        "matter_code": handoff.matter_code or None,
        "matter_name": handoff.matter_name or None,
        "discovered_at": iso(handoff.discovered_at),
        "urgent": handoff.urgent,
        "ongoing": handoff.ongoing,
        "major": handoff.major,
        "stop_record": handoff.values()["stop_record"],
        "notice_record": handoff.values()["notice_record"],
        "facts": handoff.facts,
        "address": handoff.address or None,
        "party": handoff.party,
        "delegated_by": handoff.values()["delegated_by"],
        "result_days": handoff.result_days,
    }


def frozen(case: Case, lines: Iterable[Line]) -> dict[str, Any]:
    """What left, kept with its sending: later changes for another addressee are not this one's to read."""
    return content_of(case.handoff) | {
        "materials": [
            {"id": str(line.id), "kind": line.kind, "title": line.title, "sha256": line.sha256}
            for line in lines
            if not line.proof
        ]
    }
