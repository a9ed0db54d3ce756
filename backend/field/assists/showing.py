"""A call as the wire shows it: the whole of it, or one line of the list."""

from datetime import datetime
from typing import Any

from backend.field.assists.queries.listed import Line
from backend.field.assists.queries.sheet import Sheet
from backend.field.assists.rules.assist import Assist, Response
from backend.field.assists.rules.positions import USELESS
from backend.field.assists.rules.states import state_words
from backend.field.assists.rules.words import ESCALATIONS, POSITION_MARKS, SEVERITIES, STATUSES
from backend.foundation.database.access import Row
from backend.foundation.outbox import is_trusted
from backend.foundation.web.api import iso


def assist_json(found: Sheet) -> dict[str, Any]:
    """The record with everybody who answered, every act, and what the server did by itself."""
    assist = found.called.assist
    raiser = found.people[assist.raised_by]
    place = found.township
    return {
        **_own(assist),
        "township": place["code"] if place else None,
        "township_name": place["name"] if place else "",
        "raised_by": raiser["username"],
        "raiser": _person(raiser) | {"phone": assist.phone or raiser["phone"]},
        "patrol": _patrol(assist, found.patrol),
        "crew": [_person(entry) for entry in found.crew],
        "finding": _finding(assist, found.finding),
        "track": [_point(entry) for entry in found.track],
        "responders": [_response(found, each) for each in responders(found)],
        "steps": [_step(found, entry) for entry in found.steps],
        "escalations": [_escalation(entry) for entry in found.escalations],
        "outcome": _outcome(found),
        "followups": [record.as_json() for record in found.followups],
        "photos": [str(photo.id) for photo in found.photos],
        "origin": {"kind": assist.origin_kind, "id": str(assist.origin_id)} if assist.origin_id else None,
        "limits_s": _limits(found),
    }


def line_json(line: Line) -> dict[str, Any]:
    """What a list shows of it."""
    return {
        **_own(line.assist),
        "township": line.township_code,
        "township_name": line.township_name or "",
        "raised_by": line.username,
        "raiser": {
            "username": line.username,
            "name": line.name,
            "position": line.raiser_position,
            "unit": line.unit_code,
            "unit_name": line.unit_name,
            "phone": line.assist.phone,
        },
        "patrol": str(line.assist.patrol) if line.assist.patrol else None,
        "taker": line.taker,
        "distance_m": round(line.distance_m) if line.distance_m is not None else None,
    }


def responders(found: Sheet) -> list[Response]:
    """In the order they answered, police first."""
    never = datetime.max.replace(tzinfo=found.called.assist.received_at.tzinfo)
    return sorted(
        found.called.responses,
        key=lambda each: (not each.police, each.acknowledged_at or never, str(each.id)),
    )


def _own(assist: Assist) -> dict[str, Any]:
    return {
        "id": str(assist.id),
        "status": assist.status,
        "status_name": STATUSES[assist.status],
        "exercise": assist.exercise,
        "severity": assist.severity,
        "severity_name": SEVERITIES[assist.severity],
        "state": assist.state,
        "state_name": state_words(assist),
        "reason": assist.reason,
        "note": assist.note,
        "hazards": assist.dangers,
        "alarm_number": assist.alarm_number,
        **_place(assist),
        "raised_at": iso(assist.raised_at),
        "received_at": iso(assist.received_at),
        "made_at": iso(assist.made_at),
        "clock": {"offset_s": assist.clock_offset_s, "trusted": is_trusted(assist.clock_offset_s)},
        "responded_at": iso(assist.responded_at),
        "acknowledged_at": iso(assist.acknowledged_at),
        "departed_at": iso(assist.departed_at),
        "arrived_at": iso(assist.arrived_at),
        "ended_at": iso(assist.ended_at),
        "end_reason": assist.end_reason,
        "next_step": assist.next_step or None,
        "next_at": iso(assist.next_at),
        "overwritten": assist.overwritten,
        "version": assist.version,
    }


def _place(assist: Assist) -> dict[str, Any]:
    return {
        "position": assist.position,
        "position_at": iso(assist.position_at),
        "position_marks": assist.marks,
        "position_words": [POSITION_MARKS[mark] for mark in assist.marks],
        "position_usable": assist.lat is not None and USELESS.isdisjoint(assist.marks),
    }


def _person(entry: Row) -> dict[str, Any]:
    return {
        "username": entry["username"],
        "name": entry["name"],
        "position": entry["position"],
        "unit": entry["unit_code"],
        "unit_name": entry["unit_name"],
        "phone": entry["phone"],
    }


def _patrol(assist: Assist, found: Row | None) -> dict[str, Any] | None:
    """The id as it was said, also while the patrol itself has not arrived."""
    if assist.patrol is None:
        return None
    return {"id": str(assist.patrol), "title": found["title"] if found else None}


def _finding(assist: Assist, found: Row | None) -> dict[str, Any] | None:
    if assist.finding is None:
        return None
    return {
        "id": str(assist.finding),
        "category": found["category"] if found else None,
        "address": found["address"] if found else None,
    }


def _point(entry: Row) -> dict[str, Any]:
    return {
        "at": iso(entry["at"]),
        "lat": entry["lat"],
        "lon": entry["lon"],
        "accuracy_m": entry["accuracy_m"],
    }


def _response(found: Sheet, each: Response) -> dict[str, Any]:
    known = found.people.get(each.officer) if each.officer else None
    where = found.where.get(each.officer) if each.officer else None
    return {
        "id": str(each.id),
        "username": known["username"] if known else None,
        "name": each.name,
        "unit": known["unit_code"] if known else None,
        "unit_name": known["unit_name"] if known else "",
        "phone": known["phone"] if known else "",
        "police": each.police,
        "active": each.active,
        "asked_at": iso(each.asked_at),
        "acknowledged_at": iso(each.acknowledged_at),
        "departed_at": iso(each.departed_at),
        "arrived_at": iso(each.arrived_at),
        "left_at": iso(each.left_at),
        "position": {**_point(where), "marks": where["marks"]} if where else None,
    }


def _step(found: Sheet, entry: Row) -> dict[str, Any]:
    return {
        "noun": entry["noun"],
        "at": iso(entry["at"]),
        "received_at": iso(entry["received_at"]),
        "by": found.people[entry["officer"]]["username"],
        "by_name": found.people[entry["officer"]]["name"],
        "responder": entry["responder"],
        "on_behalf": bool(entry["on_behalf"]),
        "channel": entry["channel"],
        "words": entry["words"],
    }


def _escalation(entry: Row) -> dict[str, Any]:
    return {
        "step": entry["step"],
        "words": ESCALATIONS[entry["step"]],
        "round": entry["round"],
        "at": iso(entry["due_at"]),
    }


def _outcome(found: Sheet) -> dict[str, Any] | None:
    assist = found.called.assist
    if assist.outcome_at is None or assist.outcome_by is None:
        return None
    return {
        "evidence": assist.evidence,
        "dispersed": assist.dispersed,
        "injured": assist.injured,
        "text": assist.outcome,
        "by": found.people[assist.outcome_by]["username"],
        "at": iso(assist.outcome_at),
    }


def _limits(found: Sheet) -> dict[str, int]:
    limits = found.thresholds
    return {
        "station": int(limits.station.total_seconds()),
        "leaders": int(limits.leaders.total_seconds()),
        "departure": int(limits.departure.total_seconds()),
    }
