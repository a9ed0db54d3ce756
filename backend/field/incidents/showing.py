"""An incident as the wire shows it: to those who were told what was reported, to one's own side the rest as well."""

from datetime import datetime
from typing import Any

from backend.field.incidents.queries.listed import Line
from backend.field.incidents.queries.sheet import Sheet
from backend.field.incidents.queries.visible import Named
from backend.field.incidents.rules.incident import Report, Step
from backend.field.incidents.rules.words import STATES, stage_words
from backend.foundation.clocks import clock_json
from backend.foundation.evidence.cards import hung_json
from backend.foundation.people.bodies import Addressee
from backend.foundation.web.api import iso


def incident_json(found: Sheet, at: datetime) -> dict[str, Any]:
    """The record, as far as it is this side's to see."""
    body = named_json(found.named) | {
        "side": found.side,
        "first": {
            "took_s": int(found.first.took.total_seconds()),
            "agreed_minutes": found.first.minutes,
            "late": found.first.late,
            "late_reason": found.named.incident.late_reason,
            "basis": "本地约定",
        },
        "to": [_addressee(found, each) for each in found.course.addressees],
        "reports": [_report(found, report) for report in found.reports],
        "steps": [_step(step) for step in found.course.steps],
        "clocks": [clock_json(clock, at) for clock in found.clocks],
        "photos": [str(photo.id) for photo in found.photos],
        "brought": [hung_json(picture.photo, picture.content) for picture in found.brought],
    }
    if found.side == "own":
        origin = found.origin
        body["origin"] = origin.as_json() if origin else None
    return body


def line_json(line: Line, at: datetime) -> dict[str, Any]:
    """One line of a list; `next` is the limit that is owed next."""
    return named_json(line.named) | {
        "waits_for_signature": line.waits,
        "next": clock_json(line.clock, at) if line.clock else None,
    }


def named_json(named: Named) -> dict[str, Any]:
    """What a line and the whole record have in common."""
    incident = named.incident
    return {
        "id": str(incident.id),
        "category": incident.category,
        "title": incident.title,
        "exercise": incident.exercise,
        "alarm_number": incident.alarm_number,
        "happened_at": iso(incident.happened_at),
        "position": incident.position,
        "far_reason": incident.far_reason,
        "address": incident.address,
        "unit": {"code": named.unit_code, "name": named.unit_name},
        "body_name": named.body_name,
        "created_by": named.username,
        "created_by_name": named.name,
        "created_by_phone": named.phone,
        "received_at": iso(incident.received_at),
        "told_at": iso(incident.told_at),
        "state": incident.state,
        "state_name": STATES[incident.state],
        "over_at": iso(incident.over_at),
        "ended_at": iso(incident.ended_at),
        "version": incident.version,
    }


def _addressee(found: Sheet, body: Addressee) -> dict[str, Any]:
    read = next((step for step in found.course.of("receipt") if step.unit == body.id), None)
    return {
        "code": body.code,
        "name": body.name,
        "phone": body.phone,
        "sees_at_once": body.sees_at_once,
        "received_at": iso(read.at) if read else None,
    }


def _report(found: Sheet, report: Report) -> dict[str, Any]:
    body = {
        "id": str(report.id),
        "number": report.number,
        "kind": report.kind,
        "kind_name": stage_words(report.kind, report.which),
        "facts": report.facts,
        "injured": report.injured,
        "dead": report.dead,
        "measures": report.measures,
        "explained": report.explained,
        "coming": report.coming,
        "written_by_name": report.written_by_name,
        "written_at": iso(report.written_at),
        "issued_at": iso(report.issued_at),
        "signed_by_name": report.issued_by_name if report.signed_off else None,
        "letter_number": found.number_of(report) or None,
    }
    if found.side == "own":
        body["returned_at"] = iso(report.returned_at)
        body["return_reason"] = report.return_reason
    return body


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": str(step.id),
        "noun": step.noun,
        "at": iso(step.at),
        "received_at": iso(step.received_at),
        "by": {"name": step.name, "position": step.position},
        "unit_name": step.unit_name,
        "channel": step.channel,
        "name": step.speaker,
        "position": step.speaker_position,
        "head_count": step.head_count,
        "text": step.text,
    }
