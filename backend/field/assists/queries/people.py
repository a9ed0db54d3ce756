"""Who can be named on a call: as responder on whose behalf somebody speaks, or to hand over to."""

from dataclasses import dataclass
from uuid import UUID

from backend.field.assists.rules.assist import Assist
from backend.foundation.database import row
from backend.foundation.people.identity import roles_of
from backend.foundation.people.permissions import ACTIONS

_NAMED = (
    "SELECT o.id, o.name, o.roles, u.id AS unit FROM officers o JOIN units u ON u.id = o.unit WHERE o.username = ? "
    "AND o.left_at IS NULL AND u.county = ? AND (u.township IS NULL OR u.township = ?)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An officer as a responder."""

    id: UUID
    name: str
    unit: UUID
    roles: frozenset[str]

    @property
    def answers(self) -> bool:
        """Whether calls are theirs to answer."""
        return not self.roles.isdisjoint(ACTIONS["assist.answer"])


async def named(assist: Assist, username: str) -> Named | None:
    """Of the call's township or of the county's bodies."""
    found = await row(_NAMED, username, assist.county, assist.township)
    if found is None:
        return None
    return Named(found["id"], found["name"], found["unit"], roles_of(found))
