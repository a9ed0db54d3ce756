"""Everything that happened to a notification, also in the chains of other bodies; the caller has made sure it may be seen."""

from uuid import UUID

from backend.casework.hazards.rules.access import Side
from backend.casework.hazards.sentences import told
from backend.foundation.journal import Line, across_chains, moments, told_lines

# The report to the government is no business of the body it is about.
_NOT_FOR_THE_TOLD = "AND e.kind <> 'hazard.report' AND e.kind NOT LIKE 'letter.%'"


async def history(hazard_id: UUID, side: Side) -> list[Line]:
    """Oldest first."""
    kept = _NOT_FOR_THE_TOLD if side == "addressee" else ""
    found = await moments(f"e.record_kind = 'hazard' AND e.record_id = ? {kept}", hazard_id)
    return told_lines(across_chains(found), told)
