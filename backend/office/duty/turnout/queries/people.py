"""Who answers for whoever stands at the posts."""

from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import roles_of
from backend.foundation.people.permissions import ACTIONS

_HERE = "SELECT o.id, o.roles FROM officers o JOIN units u ON u.id = o.unit WHERE u.township = ? AND o.left_at IS NULL"


async def who_oversee(township: UUID) -> set[UUID]:
    """Captain, chief of police and dispatcher."""
    found = await rows(_HERE, township)
    return {each["id"] for each in found if not roles_of(each).isdisjoint(ACTIONS["duty.oversee"])}
