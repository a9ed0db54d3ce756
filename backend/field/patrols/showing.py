"""A patrol as the wire shows it: the whole page, or one line of the list."""

from datetime import datetime
from typing import Any

import msgspec

from backend.field.patrols.queries.sheet import Sheet
from backend.field.patrols.rules.conduct import POINTS
from backend.field.patrols.rules.patrol import KINDS, Patrol, Stay, present
from backend.field.patrols.rules.review import WORDS as REVIEW_WORDS
from backend.field.patrols.rules.states import WORDS, State, state
from backend.foundation.database.access import Row
from backend.foundation.outbox import is_trusted
from backend.foundation.people.power import Power
from backend.foundation.web.api import iso


def state_of(patrol: Any, at: datetime, settings: dict[str, int]) -> State:
    """The state at `at` by the township's settings."""
    return state(
        patrol,
        at,
        ready_minutes=settings["patrol.ready_minutes"],
        overdue_minutes=settings["patrol.overdue_minutes"],
    )


def patrol_json(sheet: Sheet, at: datetime) -> dict[str, Any]:
    """The whole page. `crew` is as PUT and PATCH take it; `stays` says who came and went."""
    patrol = sheet.patrol
    creator = sheet.people.get(patrol.created_by, {})
    return {
        **line_json(patrol, at, sheet.settings),
        "planned_route": patrol.planned_route,
        "summary": patrol.summary,
        "crew": crew_names(sheet.crew),
        "stays": [_stay(stay) for stay in sheet.crew],
        "units": _units(sheet),
        "power": power_json(sheet.power),
        "created_by": creator.get("username"),
        "created_by_name": creator.get("name"),
        "made_at": iso(patrol.made_at),
        "received_at": iso(patrol.received_at),
        "clock": clock_json(patrol.clock_offset_s),
        "filed_by_name": sheet.people[patrol.filed_by]["name"] if patrol.filed_by in sheet.people else None,
        "cancelled_at": iso(patrol.cancelled_at),
        "cancel_reason": patrol.cancel_reason,
        "pauses": [
            {"from": iso(entry["paused_at"]), "until": iso(entry["resumed_at"]), "reason": entry["reason"]}
            for entry in sheet.of("pauses")
        ],
        "conduct": _conduct(sheet),
        "recordings": [_recording(entry) for entry in sheet.of("recordings")],
        "passings": [_passing(entry) for entry in sheet.of("passings")],
        "addenda": [_addendum(entry) for entry in sheet.of("addenda")],
        "remarks": [_remark(entry) for entry in sheet.of("remarks")],
    }


def line_json(patrol: Patrol, at: datetime, settings: dict[str, int]) -> dict[str, Any]:
    """What the list shows of a patrol."""
    standing = state_of(patrol, at, settings)
    return {
        "id": str(patrol.id),
        "kind": patrol.kind,
        "kind_name": KINDS.get(patrol.kind, patrol.kind),
        "title": patrol.title,
        "state": standing,
        "state_name": WORDS[standing],
        "planned_from": iso(patrol.planned_from),
        "planned_until": iso(patrol.planned_until),
        "started_at": iso(patrol.started_at),
        "ended_at": iso(patrol.ended_at),
        "number": patrol.number,
        "filed_at": iso(patrol.filed_at),
        "unit_names": patrol.unit_names.split("、") if patrol.unit_names else [],
        "finding_count": patrol.finding_count,
        "photo_count": patrol.photo_count,
        "length_m": round(patrol.length_m, 1),
        "overlaps": patrol.overlapping,
        "overwritten": patrol.overwritten,
        "review": patrol.review,
        "review_name": REVIEW_WORDS.get(patrol.review, patrol.review),
        "version": patrol.version,
    }


def crew_names(crew: list[Stay]) -> list[str]:
    """Usernames of those who have not left, in order."""
    return sorted({stay.username for stay in present(crew)})


def power_json(judged: Power) -> dict[str, Any]:
    """Whether the crew may exercise power; `why` says what is missing."""
    return {
        "ok": judged.ok,
        "body": judged.body or None,
        "body_name": judged.body_name,
        "officers": list(judged.officers),
        "why": judged.why,
    }


def clock_json(offset_s: float | None) -> dict[str, Any]:
    """How far the device's clock was ahead when it sent, and whether it was believed."""
    return {"offset_s": offset_s, "trusted": is_trusted(offset_s)}


def _stay(stay: Stay) -> dict[str, Any]:
    return {
        "username": stay.username,
        "name": stay.name,
        "unit": stay.unit_code,
        "unit_name": stay.unit_name,
        "joined_at": iso(stay.joined_at),
        "left_at": iso(stay.left_at),
    }


def _units(sheet: Sheet) -> list[dict[str, Any]]:
    confirmed = {entry["unit"]: entry for entry in sheet.of("attendances")}
    units = {stay.unit: (stay.unit_code, stay.unit_name) for stay in sheet.crew}
    return [
        {"code": code, "name": name, "attendance": _signed(confirmed.get(unit))}
        for unit, (code, name) in units.items()
    ]


def _signed(entry: Row | None) -> dict[str, Any] | None:
    return {"by": entry["by_name"], "at": iso(entry["at"]), "note": entry["note"]} if entry else None


def _conduct(sheet: Sheet) -> dict[str, Any] | None:
    """The newest check; None where nobody checked."""
    checks = sheet.of("conduct")
    if not checks:
        return None
    held = msgspec.json.decode(checks[0]["points"], type=dict[str, bool])
    return {
        "points": held,
        "words": {name: POINTS[name] for name in held if name in POINTS},
        **(_signed(checks[0]) or {}),
        "checks": len(checks),
    }


def _recording(entry: Row) -> dict[str, Any]:
    return {
        "id": str(entry["id"]),
        "recorder": entry["recorder"],
        "from": iso(entry["from_at"]),
        "until": iso(entry["until_at"]),
        "file_name": entry["file_name"],
        "sha256": entry["sha256"],
        "kept_at": entry["kept_at"],
        "by": entry["by_name"],
        "at": iso(entry["at"]),
    }


def _passing(entry: Row) -> dict[str, Any]:
    return {
        "place": str(entry["place"]),
        "name": entry["name"],
        "kind": entry["kind"],
        "at": iso(entry["at"]),
        "by_hand": bool(entry["by_hand"]),
    }


def _addendum(entry: Row) -> dict[str, Any]:
    return {
        "id": str(entry["id"]),
        "text": entry["text"],
        "reason": entry["reason"],
        "by": entry["by_name"],
        "at": iso(entry["at"]),
        "made_at": iso(entry["made_at"]),
        "late": bool(entry["late"]),
    }


def _remark(entry: Row) -> dict[str, Any]:
    return {
        "id": str(entry["id"]),
        "text": entry["text"],
        "by": entry["by_name"],
        "position": entry["position"],
        "at": iso(entry["at"]),
        "returned": bool(entry["returned"]),
    }
