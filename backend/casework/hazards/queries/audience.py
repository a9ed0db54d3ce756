"""Who hears that something happened to a notification: the same people as `visible.scope` lets in."""

from uuid import UUID

from backend.casework.hazards.rules.access import SEE_ALL
from backend.foundation.database import batch
from backend.foundation.records.audience import Audience, person_at, role_in, unit

_HAZARD = (
    "SELECT h.township, h.created_by, h.version, u.id AS unit, u.township AS unit_township FROM hazards h "
    "JOIN units u ON u.id IN (h.from_unit, h.to_unit) WHERE h.id = ?"
)
_TOLD = "SELECT to_unit FROM hazards WHERE id = ?"
_REPORTED = "SELECT government FROM hazard_reports WHERE hazard = ? AND issued_at IS NOT NULL"


async def audience(hazard_id: UUID) -> Audience | None:
    """None for a notification that is not there."""
    found, told, reported = await batch(
        [(_HAZARD, [hazard_id]), (_TOLD, [hazard_id]), (_REPORTED, [hazard_id])]
    )
    if not found:
        return None
    hazard, addressee = found[0], told[0]["to_unit"]
    home = hazard["township"]
    tokens = {person_at(home, hazard["created_by"]), *(role_in(home, role) for role in SEE_ALL)}
    # A unit of the township on either side, the told body of the county, the government it was reported to.
    for each in found:
        if each["unit_township"] == home or (each["unit_township"] is None and each["unit"] == addressee):
            tokens.add(unit(each["unit"]))
    tokens |= {unit(each["government"]) for each in reported}
    return Audience(hazard["version"], frozenset(tokens))
