"""A finding as the wire shows it."""

from typing import Any

from backend.field.findings.queries.visible import Signed
from backend.field.findings.rules.finding import Finding
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.showing import clock_json
from backend.foundation.outbox import is_trusted
from backend.foundation.positions import position_marks
from backend.foundation.web.api import iso


def finding_json(signed: Signed, settings: dict[str, int]) -> dict[str, Any]:
    """The record; `marks` names what a reader should know before trusting it."""
    finding = signed.finding
    return {
        "id": str(finding.id),
        "patrol": str(finding.patrol),
        "number": finding.number,
        "category": finding.category,
        "nothing_found": finding.nothing_found,
        "matter_code": finding.matter_code or None,
        "found_at": iso(finding.found_at),
        "position": finding.position,
        "far_reason": finding.far_reason,
        "address": finding.address,
        "facts": finding.facts,
        "disposition": finding.disposition,
        "disposition_name": DISPOSITIONS[finding.disposition],
        "acting": finding.acted,
        "ongoing": finding.ongoing,
        "recheck_on": finding.recheck_on.isoformat() if finding.recheck_on else None,
        "party": finding.party,
        "created_by": signed.username,
        "created_by_name": signed.name,
        "made_at": iso(finding.made_at),
        "received_at": iso(finding.received_at),
        "clock": clock_json(finding.clock_offset_s),
        "late": finding.late,
        "overwritten": finding.overwritten,
        "removed_at": iso(finding.removed_at),
        "marks": marks(finding, settings),
        "version": finding.version,
    }


def marks(finding: Finding, settings: dict[str, int]) -> list[str]:
    """`late`, `overwritten`, `clock_wrong` and those of the position."""
    own = [name for name in ("late", "overwritten") if getattr(finding, name)]
    if not is_trusted(finding.clock_offset_s):
        own.append("clock_wrong")
    return own + position_marks(
        finding.position_source,
        finding.accuracy_m,
        finding.far_reason,
        warn_m=settings["position.warn_accuracy_m"],
        reason_m=settings["position.reason_accuracy_m"],
    )


def similar_json(found: list[tuple[float, dict[str, Any]]]) -> list[dict[str, Any]]:
    """The hint: what lies nearby, with metres."""
    return [
        {
            "id": str(entry["id"]),
            "patrol": str(entry["patrol"]),
            "number": entry["number"],
            "category": entry["category"],
            "found_at": iso(entry["found_at"]),
            "address": entry["address"],
            "disposition": entry["disposition"],
            "distance_m": round(metres, 1),
        }
        for metres, entry in found
    ]
