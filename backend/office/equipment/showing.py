"""A thing as the wire shows it."""

from datetime import datetime
from typing import Any

from backend.foundation.web.api import iso
from backend.office.equipment.queries.things import Named
from backend.office.equipment.rules.words import KINDS, STATES


def thing_json(named: Named, at: datetime) -> dict[str, Any]:
    """Its label's code is on the label alone."""
    thing, loan, state = named.thing, named.loan, named.state(at)
    return {
        "id": str(thing.id),
        "state": state,
        "state_name": STATES[state],
        "kind": thing.kind,
        "kind_name": KINDS[thing.kind],
        "name": thing.name,
        "number": thing.number,
        "note": thing.note,
        "unit": {"code": named.unit_code, "name": named.unit_name},
        "holder": named.username or None,
        "holder_name": named.holder or None,
        "out_at": iso(loan.out_at) if loan else None,
        "due_at": iso(loan.due_at) if loan else None,
        "purpose": loan.purpose if loan else None,
        "damage": thing.damage,
        "retired_at": iso(thing.retired_at),
        "retired_why": thing.retired_why,
        "received_at": iso(thing.received_at),
        "version": thing.version,
    }
