"""An emergency as the wire shows it."""

from typing import Any

from backend.field.emergencies.queries.listed import Line
from backend.field.emergencies.queries.sheet import Sheet
from backend.field.emergencies.queries.visible import Named
from backend.field.emergencies.rules import log
from backend.field.emergencies.rules.members import Member
from backend.foundation.web.api import iso

Json = dict[str, Any]


def emergency_json(found: Sheet) -> Json:
    """The record with its log in the order of what happened, its people and what belongs to it."""
    return named_json(found.named) | {
        "entries": [
            _entry(line) | {"photos": [str(photo.id) for photo in found.photos[line.entry.id]]}
            for line in found.lines
        ],
        "people": [_member(member) for member in found.members],
        "links": [each.as_json() for each in found.links],
    }


def line_json(line: Line) -> Json:
    """One line of a list."""
    return named_json(line.named) | {
        "called": line.called,
        "there": line.there,
        "last_words": line.last_words,
    }


def named_json(named: Named) -> Json:
    """What a line and the whole record have in common."""
    emergency = named.emergency
    return {
        "id": str(emergency.id),
        "category": emergency.category,
        "title": emergency.title,
        "exercise": emergency.exercise,
        "state": "open" if emergency.open else "ended",
        "happened_at": iso(emergency.happened_at),
        "address": emergency.address,
        "position": emergency.position,
        "unit": {"code": named.unit_code, "name": named.unit_name},
        "created_by": named.username,
        "created_by_name": named.name,
        "received_at": iso(emergency.received_at),
        "ended_at": iso(emergency.ended_at),
        "ended_by_name": named.ended_by_name or None,
        "outcome": emergency.outcome or None,
        "version": emergency.version,
    }


def _entry(line: log.Line) -> Json:
    entry = line.entry
    return {
        "id": str(entry.id),
        "number": entry.number,
        "at": iso(entry.at),
        "received_at": iso(entry.received_at),
        "by_name": entry.name,
        "by_unit": entry.unit_name,
        "note": entry.note,
        "text": entry.text,
        "corrected_by": line.corrected_by,
        "instead_of": line.instead_of,
    }


def _member(member: Member) -> Json:
    return {
        "id": str(member.id),
        "officer": member.username or None,
        "name": member.name,
        "body": member.body,
        "phone": member.phone or None,
        "state": member.standing,
        "state_name": member.word,
        "asked_at": iso(member.asked_at),
        "asked_by_name": member.asked_by_name,
        "departed_at": iso(member.departed_at),
        "arrived_at": iso(member.arrived_at),
        "left_at": iso(member.left_at),
    }
