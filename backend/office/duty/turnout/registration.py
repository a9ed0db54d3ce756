"""What other rooms may know of spot checks, and who hears that somebody came, went or wrote a note."""

from typing import Final
from uuid import UUID

from backend.foundation.database import batch, row
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS
from backend.foundation.records import Circle, Kind, Record
from backend.foundation.records.audience import Audience, role_in
from backend.office.duty.turnout.queries import checks, handovers


async def _check(person: Person, check_id: UUID) -> Record | None:
    found = await checks.find_check(person, check_id)
    if found is None:
        return None
    return Record(
        kind="spot_check",
        id=found.id,
        title=f"在岗抽查：{found.name}",
        url=f"/duty/checks/{found.id}",
        township=found.township,
        open=found.answered_at is None,
        chain=found.township,
        facts={},
        closed_at=found.answered_at,
    )


async def _hold_check(check_id: UUID) -> None:
    await batch([checks.held(check_id)])


async def _turnout_audience(turnout_id: UUID) -> Audience | None:
    """Everybody of the township who reads rosters."""
    found = await row("SELECT township FROM turnouts WHERE id = ?", turnout_id)
    if found is None:
        return None
    return Audience(1, frozenset(role_in(found["township"], role) for role in ACTIONS["duty.read"]))


SPOT_CHECKS: Final = Kind(
    "spot_check", "在岗抽查", _check, hold=_hold_check, audience=checks.audience, reading="duty.read"
)
TURNOUTS: Final = Circle(_turnout_audience, "duty.read")
HANDOVER_NOTES: Final = Circle(handovers.audience, "duty.read")
