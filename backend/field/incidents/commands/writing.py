"""Writing an incident's row, its reports and steps, guarded by its version."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.field.incidents.bodies import Told
from backend.field.incidents.rules.incident import Incident
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, lost_race, write_over

COLUMNS = tuple(each.name for each in fields(Incident))
_REPORT = (
    "INSERT INTO incident_reports (id, incident, number, kind, facts, injured, dead, measures, explained, coming, "
    "written_by, written_at, signed_off) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

_RETURN = (
    "UPDATE incident_reports SET returned_at = ?, returned_by = ?, return_reason = ? WHERE id = ? "
    "AND issued_at IS NULL AND returned_at IS NULL RETURNING id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step to be written: `unit` is the body it concerns, `said` what it holds, by column."""

    noun: str
    at: datetime
    unit: UUID
    said: Mapping[str, Any] = field(default_factory=dict)


async def write(incident: Incident, changes: Mapping[str, Any]) -> Incident:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("incidents", incident, changes)


@dataclass(frozen=True, slots=True)
class Written:
    """One report as it was written: of which incident, in which place, of which kind."""

    id: UUID
    incident: UUID
    number: int
    kind: str


async def add_report(sender: Sender, report: Written, told: Told) -> None:
    """It is issued by nobody yet."""
    await rows(
        _REPORT,
        report.id,
        report.incident,
        report.number,
        report.kind,
        told.facts,
        told.injured,
        told.dead,
        told.measures or "",
        told.explained or "",
        told.coming or "",
        sender.person.id,
        sender.at,
        False,
    )


async def return_report(sender: Sender, report_id: UUID, reason: str) -> None:
    """One that waits for a signature waits no longer; refuses `conflict` when somebody was faster."""
    if await row(_RETURN, sender.at, sender.person.id, reason, report_id) is None:
        lost_race()


async def add_step(sender: Sender, incident: Incident, step: Step) -> Entry:
    """Write the step that made this version, and its event."""
    values = {
        "id": sender.key or uuid4(),
        "incident": incident.id,
        "number": incident.version,
        "noun": step.noun,
        "at": step.at,
        "received_at": sender.at,
        "officer": sender.person.id,
        "unit": step.unit,
        **step.said,
    }
    await rows(
        f"INSERT INTO incident_steps ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        *values.values(),
    )
    return noted(sender, incident, f"incident.{step.noun}", {"unit": step.unit, **step.said}, step.at)


def noted(
    sender: Sender, incident: Incident, kind: str, payload: Mapping[str, Any], made_at: datetime | None = None
) -> Entry:
    """The event, in the chain of whoever acted; a drill says so in every line."""
    marked = {"exercise": True} if incident.exercise else {}
    return record(
        kind,
        chain=sender.person.chain,
        record=("incident", incident.id),
        by=sender.person.id,
        payload={**payload, **marked},
        made_at=made_at,
    )
