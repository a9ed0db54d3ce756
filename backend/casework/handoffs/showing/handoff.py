"""One handoff on the wire."""

from datetime import datetime
from typing import Any

import msgspec

from backend.casework.handoffs.queries.materials import Line
from backend.casework.handoffs.queries.people import Contact
from backend.casework.handoffs.queries.sheet import Sheet, Step
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.handoff import Sending
from backend.casework.handoffs.rules.sender import DIRECTIONS, Unit
from backend.casework.handoffs.rules.states import WORDS
from backend.casework.handoffs.sentences import STEPS
from backend.casework.handoffs.showing.content import content_of
from backend.foundation.clocks.wire import clock_json
from backend.foundation.outbox import is_trusted
from backend.foundation.web.api import iso


def handoff_json(sheet: Sheet, at: datetime) -> dict[str, Any]:
    """The whole page: to the sender everything, to an addressee what was sent to them and how it went."""
    case = sheet.case
    shown = standing(case) | case_content(case)
    shown |= {
        "materials": [material_json(case, line) for line in sheet.lines],
        "history": [step_json(step) for step in sheet.steps],
        "sendings": [sending_json(case, each) for each in sheet.sendings],
        "clocks": [clock_json(clock, at) for clock in sheet.limits],
        "contacts": {side: contact_json(found) for side, found in sheet.contacts.items()},
    }
    return shown | (_senders_own(sheet) if case.side == "sender" else {})


def standing(case: Case) -> dict[str, Any]:
    """Which handoff, between whom, and where it stands for this side."""
    handoff, own = case.handoff, case.own
    to_unit = case.units.units[own.to_unit] if own and case.side == "addressee" else case.addressee
    # What is being prepared for another addressee has no number yet: the last one stands on the letter that came back.
    number = own.number if own else ""
    return {
        "id": str(handoff.id),
        "direction": handoff.direction,
        "direction_name": DIRECTIONS[handoff.direction],
        "side": case.side,
        "from_unit": case.sender.code,
        "from_unit_name": case.sender.name,
        "to_unit": to_unit.code,
        "to_unit_name": to_unit.name,
        "state": case.state,
        "state_name": WORDS[case.state],
        "number": number or None,
        "sending": own.ordinal if own and case.side == "addressee" else handoff.sending,
        "sent_at": iso(own.sent_at) if own else None,
        "received_at": iso(_came(case)),
        "version": handoff.version,
    }


def _came(case: Case) -> datetime | None:
    """When this side got it: the sender when the draft reached the server."""
    if case.side == "sender":
        return case.handoff.received_at
    return case.own.arrived_at if case.own else None


def case_content(case: Case) -> dict[str, Any]:
    """The case itself; an addressee reads what left, not what is being rewritten for somebody else."""
    if case.side == "sender":
        return content_of(case.handoff)
    if case.own is None:
        kept = ("title", "matter_code", "matter_name", "discovered_at", "urgent")
        return {name: value for name, value in content_of(case.handoff).items() if name in kept}
    content: dict[str, Any] = msgspec.json.decode(case.own.content)
    content.pop("materials", None)
    return content


def material_json(case: Case, line: Line) -> dict[str, Any]:
    """`photo` is the sender's: the addressee reads the bytes through the handoff. `came_later`: they were not there when it
    left; `absence` then says why."""
    return {
        "id": str(line.id),
        "kind": line.kind,
        "kind_name": line.kind_name,
        "title": line.title,
        "extent": line.extent,
        "sha256": line.sha256 or None,
        "bytes": line.size or None,
        "media_type": line.media_type or None,
        "content_at": iso(line.content_at),
        "came_later": case.came_later(line.sending, line.content_at),
        "absence": line.absence or None,
        "proof": line.proof,
        "sealed": line.sealed,
        "added_by": line.added_by_name,
        "added_at": iso(line.added_at),
        **({"photo": str(line.photo) if line.photo else None} if case.side == "sender" else {}),
    }


def step_json(step: Step) -> dict[str, Any]:
    """`kind` is the noun of the act; `instead_of` the leader for whom a delegate decided."""
    return {
        "id": str(step.id),
        "kind": step.kind,
        "name": STEPS.get(step.kind, step.kind),
        "sending": step.ordinal,
        "at": iso(step.at),
        "recorded_at": iso(step.recorded_at),
        "by": step.done_by_name,
        "unit": step.unit_name,
        "recorded_by": step.recorded_by_name,
        "instead_of": step.instead_of_name or None,
        "text": step.text,
        "details": step.told,
        "late": step.late,
        "late_reason": step.late_reason or None,
        "letter": str(step.letter) if step.letter else None,
    }


def sending_json(case: Case, sending: Sending) -> dict[str, Any]:
    """One sending; every earlier one is kept."""
    unit: Unit = case.units.units[sending.to_unit]
    return {
        "sending": sending.ordinal,
        "to_unit": unit.code,
        "to_unit_name": unit.name,
        "number": sending.number or None,
        "letter": str(sending.letter) if sending.letter else None,
        "channel": sending.channel,
        "state": sending.state,
        "state_name": WORDS[sending.state],
        "sent_at": iso(sending.sent_at),
        "arrived_at": iso(sending.arrived_at),
        "receipt_at": iso(sending.receipt_at),
    }


def contact_json(contact: Contact) -> dict[str, Any]:
    return {"name": contact.name or None, "phone": contact.phone or None, "unit": contact.unit}


def _senders_own(sheet: Sheet) -> dict[str, Any]:
    """Where it came from, how it was made, what is still internal."""
    handoff = sheet.case.handoff
    return {
        "discovered_reason": handoff.discovered_reason or None,
        "finding": str(handoff.finding) if handoff.finding else None,
        "complaint": str(handoff.complaint) if handoff.complaint else None,
        "origin": sheet.origins[0].as_json() if sheet.origins else None,
        "consent": msgspec.to_builtins(handoff.consent) if handoff.consent else None,
        "returns": handoff.returns,
        "extended_at": iso(handoff.extended_at),
        "urgent_at": iso(handoff.urgent_at),
        "made_at": iso(handoff.made_at),
        "clock": {"offset_s": handoff.clock_offset_s, "trusted": is_trusted(handoff.clock_offset_s)},
        "overwritten": handoff.overwritten,
    }
