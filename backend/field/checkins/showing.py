"""A visit with its timer as the wire shows it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from backend.field.checkins.queries.steps import Step
from backend.field.checkins.queries.visible import Named
from backend.field.checkins.rules.words import COLOURS
from backend.foundation.web.api import iso


def checkin_json(named: Named, steps: Iterable[Step], at: datetime) -> dict[str, Any]:
    """The record with everything said and done on it."""
    return line_json(named, at) | {
        "steps": [
            {
                "noun": step.noun,
                "at": iso(step.at),
                "received_at": iso(step.received_at),
                "by_name": step.name,
                "channel": step.channel or None,
                "words": step.words,
            }
            for step in steps
        ]
    }


def line_json(named: Named, at: datetime) -> dict[str, Any]:
    """One line of a list; `state` is green, amber, red, called or ended."""
    checkin = named.checkin
    state, timer = checkin.colour(at), checkin.timer
    return {
        "id": str(checkin.id),
        "state": state,
        "state_name": COLOURS[state],
        "officer": named.username,
        "officer_name": named.name,
        "officer_phone": named.phone,
        "unit": {"code": named.unit_code, "name": named.unit_name},
        "begun_by_name": named.begun_by_name,
        "place": checkin.place,
        "reason": checkin.reason,
        "note": checkin.note,
        "exercise": checkin.exercise,
        "interval_minutes": checkin.interval_minutes,
        "begun_at": iso(checkin.begun_at),
        "received_at": iso(checkin.received_at),
        "well_at": iso(checkin.well_at),
        "due_at": iso(timer.due_at),
        "missed_at": iso(timer.missed_at),
        "help_at": iso(timer.help_at),
        "position": checkin.position,
        "position_at": iso(checkin.position_at),
        "assist": str(checkin.assist) if checkin.assist else None,
        "ended_at": iso(checkin.ended_at),
        "version": checkin.version,
    }
