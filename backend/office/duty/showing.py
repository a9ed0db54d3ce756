"""Rosters, shifts and swaps as the wire shows them."""

from collections.abc import Iterable
from typing import Any

from backend.foundation.web.api import iso
from backend.office.duty.queries.rosters import Roster
from backend.office.duty.queries.shifts import KnownShift, Stander
from backend.office.duty.queries.swaps import KnownSwap
from backend.office.duty.rules.slots import KINDS


def roster_json(roster: Roster, shifts: Iterable[KnownShift] | None = None) -> dict[str, Any]:
    """A month; with `shifts` all of them."""
    found = {
        "id": str(roster.id),
        "month": f"{roster.month:%Y-%m}",
        "state": "published" if roster.published_at else "draft",
        "drafted_at": iso(roster.drafted_at),
        "drafted_how": roster.drafted_how or None,
        "published_at": iso(roster.published_at),
        "unmet": [
            {"shift": str(each.shift), "slot": each.slot, "missing": each.missing, "why": list(each.why)}
            for each in roster.unmet.empty
        ],
        "clashes": list(roster.unmet.clashes),
        "version": roster.version,
    }
    return found if shifts is None else found | {"shifts": [shift_json(each) for each in shifts]}


def shift_json(shift: KnownShift) -> dict[str, Any]:
    """A shift with who stands on each slot."""
    return {
        "id": str(shift.id),
        "roster": str(shift.roster),
        "kind": shift.kind,
        "kind_name": KINDS[shift.kind],
        "name": shift.name,
        "place": {"id": str(shift.place), "name": shift.place_name} if shift.place else None,
        "begins_at": iso(shift.begins_at),
        "ends_at": iso(shift.ends_at),
        "note": shift.note,
        "cancelled_at": iso(shift.cancelled_at),
        "slots": [_slot(shift, number) for number in range(len(shift.needs))],
        "version": shift.version,
    }


def swap_json(swap: KnownSwap) -> dict[str, Any]:
    return {
        "id": str(swap.id),
        "state": swap.steps.state,
        "state_name": swap.state_words,
        "shift": str(swap.shift),
        "other_shift": str(swap.other_shift) if swap.other_shift else None,
        "asked_by": swap.asked_by_username,
        "asked_by_name": swap.asked_by_name,
        "officer": swap.other_username,
        "officer_name": swap.other_name,
        "reason": swap.reason,
        "asked_at": iso(swap.asked_at),
        "consented_at": iso(swap.consented_at),
        "approved_at": iso(swap.approved_at),
        "approved_by_name": swap.approved_by or None,
        "refused_at": iso(swap.refused_at),
        "refused_by_name": swap.refused_by or None,
        "refused_why": swap.refused_why,
        "withdrawn_at": iso(swap.withdrawn_at),
        "version": swap.version,
    }


def _slot(shift: KnownShift, number: int) -> dict[str, Any]:
    slot = shift.needs[number]
    return {
        "slot": number,
        "name": slot.name,
        "units": list(slot.units),
        "roles": list(slot.roles),
        "certified": slot.certified,
        "least": slot.least,
        "most": slot.most,
        "missing": 0 if shift.cancelled_at else shift.missing(number),
        "people": [_stander(each) for each in shift.on(number)],
    }


def _stander(each: Stander) -> dict[str, Any]:
    return {
        "username": each.username,
        "name": each.name,
        "phone": each.phone,
        "unit": each.unit_code,
        "unit_name": each.unit_name,
        "origin": each.origin,
    }
