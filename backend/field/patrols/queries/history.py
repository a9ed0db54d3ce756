"""Everything that happened to a patrol and to its findings; the caller has made sure the patrol may be seen."""

from uuid import UUID

from backend.foundation.journal import Moment, moments

_OWN = "(e.record_kind = 'patrol' AND e.record_id = ?)"
_FINDINGS = "(e.record_kind = 'finding' AND e.record_id IN (SELECT id FROM findings WHERE patrol = ?))"


async def history(patrol_id: UUID) -> list[Moment]:
    """Oldest first, as the journal holds it."""
    return await moments(f"{_OWN} OR {_FINDINGS}", patrol_id, patrol_id)
