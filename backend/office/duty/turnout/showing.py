"""The look, spot checks and notes as the wire shows them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from backend.foundation.web.api import iso, listing
from backend.office.duty.rules.slots import KINDS
from backend.office.duty.turnout.look import Gap, Line, Look
from backend.office.duty.turnout.queries.checks import SpotCheck
from backend.office.duty.turnout.queries.handovers import HandoverNote
from backend.office.duty.turnout.queries.turnouts import Turnout
from backend.office.duty.turnout.queries.watches import Watch
from backend.office.duty.turnout.rules.standing import HOWS, STATES, Mark


def look_json(found: Look, *, oversees: bool) -> dict[str, Any]:
    """Gaps only to whoever answers for the roster."""
    return {
        "at": iso(found.at),
        "items": [
            {"id": str(line.holder.id), "place": name or None, **_line(line)}
            for name, lines in found.places
            for line in lines
        ],
        "themselves": [each.username for each in found.themselves],
        "units": [{"name": name, "on_duty": count} for name, count in found.units],
        "gaps": [_gap(gap) for gap in found.gaps] if oversees else [],
        "next": None,
    }


def _line(line: Line) -> dict[str, Any]:
    standing, holder = line.standing, line.holder
    return {
        "shift": _shift(line.watch),
        "username": holder.username,
        "name": holder.name,
        "phone": holder.phone,
        "unit_name": holder.unit_name,
        "state": standing.state,
        "state_name": STATES[standing.state],
        "late_minutes": _minutes(standing.late),
        "early_minutes": _minutes(standing.early),
        "seen": mark_json(standing.last) if standing.last else None,
    }


def turnout_json(turnout: Turnout) -> dict[str, Any]:
    return {
        "id": str(turnout.id),
        "shift": str(turnout.shift),
        "username": turnout.username,
        "name": turnout.name,
        "note": turnout.note,
        **mark_json(turnout.mark),
    }


def _shift(watch: Watch) -> dict[str, Any]:
    return {
        "id": str(watch.id),
        "name": watch.name,
        "kind": watch.kind,
        "kind_name": KINDS[watch.kind],
        "begins_at": iso(watch.begins_at),
        "ends_at": iso(watch.ends_at),
    }


def mark_json(mark: Mark) -> dict[str, Any]:
    return {
        "noun": mark.noun,
        "at": iso(mark.at),
        "how": mark.how,
        "how_name": HOWS[mark.how],
        "fence": mark.fence or None,
        "distance_m": mark.distance_m,
        "confirmed_by": mark.by or None,
    }


def check_json(check: SpotCheck) -> dict[str, Any]:
    return {
        "id": str(check.id),
        "username": check.username,
        "name": check.name,
        "asked_by_name": check.asked_by_name,
        "asked_at": iso(check.asked_at),
        "due_at": iso(check.due_at),
        "answered_at": iso(check.answered_at),
        "late": check.answered_at is not None and check.answered_at > check.due_at,
        "place": check.place_name or None,
        "fence": check.fence or None,
        "distance_m": check.distance_m,
        "position": check.position,
        "note": check.note,
        "version": check.version,
    }


def note_json(note: HandoverNote) -> dict[str, Any]:
    return {
        "id": str(note.id),
        "shift": str(note.shift),
        "shift_name": note.shift_name,
        "place": note.place_name or None,
        "open_matters": note.open_matters,
        "equipment": note.equipment,
        "written_by_name": note.written_by_name,
        "written_at": iso(note.written_at),
        "read_by": [each.name for each in note.readings],
    }


def notes_json(notes: Iterable[HandoverNote]) -> dict[str, Any]:
    return listing([note_json(each) for each in notes])


def _gap(gap: Gap) -> dict[str, Any]:
    who = gap.line.holder.username if gap.line else None
    return {"shift": _shift(gap.watch), "username": who, "slot": gap.slot or None, "missing": gap.missing}


def _minutes(span: timedelta | None) -> int | None:
    return int(span.total_seconds()) // 60 if span is not None else None
