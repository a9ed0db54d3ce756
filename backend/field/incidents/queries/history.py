"""Everything that happened to an incident, also in the chains of other bodies; the caller has made sure it may be seen."""

from uuid import UUID

from backend.field.incidents.rules.access import Side
from backend.field.incidents.sentences import told
from backend.foundation.journal import Line, across_chains, moments, told_lines

# How the township came to its words is its own business.
_NOT_FOR_THE_TOLD = "AND e.kind NOT IN ('incident.submitted', 'incident.returned')"


async def history(incident_id: UUID, side: Side) -> list[Line]:
    """Oldest first."""
    kept = _NOT_FOR_THE_TOLD if side == "addressee" else ""
    found = await moments(f"e.record_kind = 'incident' AND e.record_id = ? {kept}", incident_id)
    return told_lines(across_chains(found), told)
