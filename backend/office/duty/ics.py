"""One's shifts as a calendar a telephone subscribes to. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.foundation.icalendar import alarm, calendar, text, utc
from backend.office.duty.queries.shifts import KnownShift
from backend.office.duty.rules.slots import KINDS

BEFORE: Final = "-PT2H"


def calendar_text(shifts: Iterable[KnownShift], officer: UUID, at: datetime, address: str) -> str:
    """One entry a shift of the officer, from its first minute to its last. Nobody is named: the link needs no sign-in."""
    return calendar("联动值班", "Duty", (_entry(shift, officer, at, address) for shift in shifts))


def _entry(shift: KnownShift, officer: UUID, at: datetime, address: str) -> list[str]:
    place = [f"LOCATION:{text(shift.place_name)}"] if shift.place_name else []
    told = "；".join(filter(None, [_slot(shift, officer), shift.note]))
    return [
        f"UID:{shift.id}@liandong",
        f"DTSTAMP:{utc(at)}",
        f"SEQUENCE:{shift.version}",
        f"DTSTART:{utc(shift.begins_at)}",
        f"DTEND:{utc(shift.ends_at)}",
        f"SUMMARY:{text(f'{KINDS[shift.kind]}：{shift.name}')}",
        *place,
        f"DESCRIPTION:{text(told)}",
        f"URL:{address}/duty/shifts/{shift.id}",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        *alarm(shift.name, BEFORE),
    ]


def _slot(shift: KnownShift, officer: UUID) -> str:
    """On which slot; nothing where the post no longer has it."""
    own = shift.held_by(officer)
    known = own is not None and own.slot < len(shift.needs)
    return f"席位：{shift.needs[own.slot].name}" if own and known else ""
