"""Who serves in a township, by what they may do there."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import roles_of

_HERE = (
    "SELECT o.id, o.username, o.name, o.roles, u.id AS unit, u.code AS unit_code, u.name AS unit_name FROM officers o "
    "JOIN units u ON u.id = o.unit WHERE u.township = ? AND o.left_at IS NULL ORDER BY u.code, o.username"
)


@dataclass(frozen=True, slots=True)
class Serving:
    """Somebody who is there, with their unit."""

    id: UUID
    username: str
    name: str
    roles: frozenset[str]
    unit: UUID
    unit_code: str
    unit_name: str


async def serving(township: UUID | None, roles: Collection[str]) -> list[Serving]:
    """Everybody of the township who carries one of these roles, by unit; nobody who has left."""
    found = [Serving(**{**entry, "roles": roles_of(entry)}) for entry in await rows(_HERE, township)]
    return [each for each in found if not each.roles.isdisjoint(roles)]
