"""A request as the wire shows it: to an asked body its own part alone, to who asked the whole."""

from datetime import datetime
from typing import Any

from backend.casework.on_behalf import spoken_json
from backend.casework.requests.queries.sheet import Sheet
from backend.casework.requests.queries.visible import Asked, Named
from backend.casework.requests.rules.kinds import KINDS
from backend.casework.requests.rules.request import Step
from backend.casework.requests.rules.states import ANSWER_WORDS, WORDS
from backend.foundation.clocks import clock_json
from backend.foundation.letters.official import Letter
from backend.foundation.web.api import iso


def request_json(found: Sheet, at: datetime) -> dict[str, Any]:
    """The record with its limits and every step."""
    origin = found.origin
    return line_json(found.named) | {
        "origin": origin.as_json() if origin else None,
        "basis": {"kind": "local" if found.basis.local else "text", "clause": found.basis.clause},
        "letter": _letter(found.letter),
        "clocks": [clock_json(clock, at) for clock in found.limits],
        "steps": [_step(found, step) for step in found.steps],
    }


def line_json(named: Named) -> dict[str, Any]:
    """One line of a list."""
    request = named.request
    return {
        "id": str(request.id),
        "side": named.side,
        "kind": request.kind,
        "kind_name": KINDS[request.kind].words,
        "title": request.title,
        "words": request.words,
        "address": request.address,
        "starts_at": iso(request.starts_at),
        "ends_at": iso(request.ends_at),
        "head_count": request.head_count,
        "urgent": request.urgent,
        "due_at": iso(request.due_at),
        "called_at": iso(request.called_at),
        "paper_owed": request.paper_owed,
        "from_unit": {"code": named.from_code, "name": named.from_name, "phone": named.from_phone},
        "created_by": named.username,
        "created_by_name": named.name,
        "created_by_phone": named.phone,
        "asked": list(named.everybody),
        "parties": [_party(each) for each in named.asked],
        "received_at": iso(request.received_at),
        "state": request.state,
        "state_name": WORDS[request.state],
        "state_at": iso(request.state_at),
        "ended_at": iso(request.ended_at),
        "version": request.version,
    }


def _party(asked: Asked) -> dict[str, Any]:
    party = asked.party
    return {
        "id": str(party.id),
        "unit": {
            "code": asked.unit_code,
            "name": asked.unit_name,
            "phone": asked.unit_phone,
            "sees_at_once": asked.sees_at_once,
        },
        "state": party.state,
        "state_name": ANSWER_WORDS[party.state],
        "state_at": iso(party.state_at),
        "due_at": iso(party.due_at),
        "answered_at": iso(party.answered_at),
        "version": party.version,
    }


def _letter(letter: Letter | None) -> dict[str, Any] | None:
    if letter is None:
        return None
    return {
        "id": str(letter.id),
        "number": letter.number,
        "issued_at": iso(letter.issued_at),
        "signed_by": letter.signed_off,
        "sha256": letter.sha256 or None,
    }


def _step(found: Sheet, step: Step) -> dict[str, Any]:
    proven = {"proofs": [str(photo) for photo in found.proofs.get(step.id, [])]}
    return {
        "id": str(step.id),
        "noun": step.noun,
        "party": str(step.party) if step.party else None,
        "at": iso(step.at),
        "received_at": iso(step.received_at),
        "by": {"name": step.name, "position": step.position, "unit": step.unit_name},
        "on_behalf": spoken_json(step) | proven if step.on_behalf else None,
        "spoke_with": spoken_json(step) if step.noun == "calls" else None,
        "people": step.people,
        "head_count": step.head_count,
        "text": step.text,
        "due_at": iso(step.due_at),
    }
