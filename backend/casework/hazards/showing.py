"""A notification as the wire shows it: an allow-list for the told body, the whole of it for who told."""

from typing import Any

from backend.casework.hazards.queries.sheet import Sheet
from backend.casework.hazards.queries.visible import Named
from backend.casework.hazards.rules.access import Side
from backend.casework.hazards.rules.duties import Demand
from backend.casework.hazards.rules.hazard import Report, Step
from backend.casework.hazards.rules.states import ENDED, WORDS
from backend.casework.hazards.rules.waiting import Waiting
from backend.casework.on_behalf import spoken_json
from backend.foundation.evidence.cards import hung_json
from backend.foundation.letters.official import Letter
from backend.foundation.web.api import iso

# Of the sender's own affairs nothing goes across: not where it came from, nor that the government is told.
_OWN_STEPS = frozenset({"report"})


def hazard_json(found: Sheet) -> dict[str, Any]:
    """The record, as far as it is this side's to see."""
    body = line_json(found.named, found.waiting, found.side) | {
        "facts": found.named.hazard.facts,
        "photos": _photos(found),
        "steps": [_step(found, step) for step in steps_for(found)],
        "duties": [_demand(demand) for demand in found.demands.values()],
    }
    if found.side == "addressee":
        return body
    report = found.course.report
    body["report"] = _report(report, found.letter) if report and _shown(report, found.side) else None
    if found.side == "sender":
        origin = found.origin
        body["origin"] = origin.as_json() if origin else None
    return body


def steps_for(found: Sheet) -> list[Step]:
    """The steps this side sees, oldest first."""
    if found.side != "addressee":
        return found.course.steps
    return [step for step in found.course.steps if step.noun not in _OWN_STEPS]


def line_json(named: Named, waiting: Waiting, side: Side) -> dict[str, Any]:
    """One line of a list."""
    hazard = named.hazard
    return {
        "id": str(hazard.id),
        "side": side,
        "category": hazard.category,
        "endangers": hazard.endangered,
        "found_at": iso(hazard.found_at),
        "position": hazard.position,
        "far_reason": hazard.far_reason,
        "address": hazard.address,
        "from_unit": {"code": named.from_code, "name": named.from_name, "phone": named.from_phone},
        "to_unit": {
            "code": named.to_code,
            "name": named.to_name,
            "phone": named.to_phone,
            "sees_at_once": named.sees_at_once,
        },
        "created_by": named.username,
        "created_by_name": named.name,
        "created_by_phone": named.phone,
        "received_at": iso(hazard.received_at),
        "told_at": iso(hazard.told_at),
        "state": hazard.state,
        "state_name": WORDS[hazard.state],
        "state_at": iso(hazard.state_at),
        "answer": _answer(waiting, hazard.state),
        "closed_at": iso(hazard.closed_at),
        "version": hazard.version,
    }


def _answer(waiting: Waiting, state: str) -> dict[str, Any]:
    return {
        "due": iso(waiting.due),
        "answered_at": iso(waiting.answered),
        "state": _answer_state(waiting, state),
        "basis": "本地约定",
    }


def _answer_state(waiting: Waiting, state: str) -> str:
    """In the words of the clocks of the contract."""
    if waiting.answered is not None:
        return "met_late" if waiting.over else "met"
    if state in ENDED:
        return "cancelled"
    return {"": "running", "soon": "due_soon", "over": "overdue", "met": "met"}[waiting.level]


def _photos(found: Sheet) -> list[dict[str, Any]]:
    """Those taken for it, then those it brought along."""
    brought = [hung_json(picture.photo, picture.content) for picture in found.brought]
    return [*(hung_json(photo) for photo in found.hung), *brought]


def _step(found: Sheet, step: Step) -> dict[str, Any]:
    return {
        "id": str(step.id),
        "noun": step.noun,
        "at": iso(step.at),
        "received_at": iso(step.received_at),
        "by": {"name": step.name, "position": step.position, "unit": step.unit_name},
        "on_behalf": _behalf(found, step) if step.on_behalf else None,
        "spoke_with": spoken_json(step) if step.noun == "calls" else None,
        "people": step.people,
        "head_count": step.head_count,
        "reason": step.reason,
        "text": step.text,
    }


def _behalf(found: Sheet, step: Step) -> dict[str, Any]:
    return {**spoken_json(step), "proofs": [str(photo) for photo in found.proofs.get(step.id, [])]}


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "name": demand.name,
        "words": demand.words,
        "basis": "local" if demand.local else "text",
        "clause": demand.clause,
    }


def _shown(report: Report, side: Side) -> bool:
    return side == "sender" or report.issued_at is not None


def _report(report: Report, letter: Letter | None) -> dict[str, Any]:
    return {
        "to": report.government_name,
        "ground": report.ground,
        "basis": "local" if report.local else "text",
        "drafted_at": iso(report.drafted_at),
        "lapsed_at": iso(report.lapsed_at),
        "issued_at": iso(report.issued_at),
        "issued_by": report.issued_by_name or None,
        "number": letter.number if letter else None,
        "text": report.text,
    }
