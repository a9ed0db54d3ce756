"""Who hears that something happened to a patrol: the same people as `visible.scope` lets in, asked from the patrol."""

from uuid import UUID

from backend.field.patrols.queries.visible import UNIT_HEADS
from backend.foundation.database import batch
from backend.foundation.people.permissions import ALL_PATROLS
from backend.foundation.records.audience import Audience, person_at, role_in, role_of_unit

_PATROL = "SELECT township, created_by, version FROM patrols WHERE id = ?"
_CREW = (
    "SELECT c.officer, u.id AS unit, u.township FROM crew c JOIN units u ON u.id = c.unit WHERE c.patrol = ?"
)


async def audience(patrol_id: UUID) -> Audience | None:
    """None for a patrol that is not there."""
    found, crew = await batch([(_PATROL, [patrol_id]), (_CREW, [patrol_id])])
    if not found:
        return None
    patrol = found[0]
    home = patrol["township"]
    tokens = {person_at(home, patrol["created_by"]), *(role_in(home, role) for role in ALL_PATROLS)}
    for each in crew:
        tokens |= {person_at(home, each["officer"]), person_at(None, each["officer"])}
        if each["township"] == home:
            tokens |= {role_of_unit(each["unit"], role) for role in UNIT_HEADS}
    return Audience(patrol["version"], frozenset(tokens))
