"""A task as the wire shows it."""

from datetime import datetime
from typing import Any

from backend.foundation.clocks import clock_json
from backend.foundation.evidence.cards import hung_json
from backend.foundation.web.api import iso
from backend.office.tasks.queries.sheet import Sheet
from backend.office.tasks.queries.steps import Step
from backend.office.tasks.queries.visible import Named
from backend.office.tasks.rules.states import WORDS


def task_json(found: Sheet, at: datetime) -> dict[str, Any]:
    """The record with its limit, its photos and everything said and done on it."""
    return line_json(found.named) | {
        "origin": found.origin.as_json() if found.origin else None,
        "clocks": [clock_json(clock, at) for clock in found.clocks],
        "photos": [hung_json(photo) for photo in found.photos],
        "steps": [_step(step) for step in found.steps],
    }


def line_json(named: Named) -> dict[str, Any]:
    """One line of a list."""
    task = named.task
    return {
        "id": str(task.id),
        "title": task.title,
        "words": task.words,
        "state": task.state,
        "state_name": WORDS[task.state],
        "state_at": iso(task.state_at),
        "urgent": task.urgent,
        "exercise": task.exercise,
        "from_unit": {"code": named.from_code, "name": named.from_name},
        "created_by": named.giver,
        "created_by_name": named.giver_name,
        "unit": {"code": named.unit_code, "name": named.unit_name},
        "officer": named.officer_code or None,
        "officer_name": named.officer_name or None,
        "accepted_at": iso(task.accepted_at),
        "accepted_by_name": named.accepted_name or None,
        "reported_at": iso(task.reported_at),
        "address": task.address,
        "position": task.position,
        "due_at": iso(task.due_at),
        "received_at": iso(task.received_at),
        "ended_at": iso(task.ended_at),
        "version": task.version,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": str(step.id),
        "noun": step.noun,
        "at": iso(step.at),
        "received_at": iso(step.received_at),
        "by_name": step.name,
        "by_unit": step.unit_name,
        "text": step.text,
        "due_at": iso(step.due_at),
        "to": f"{step.to_unit} {step.to_officer}".strip() or None,
    }
