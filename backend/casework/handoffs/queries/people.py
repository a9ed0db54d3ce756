"""The contact persons of a handoff (联系人), and whether a body can take part by itself."""

from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import row, rows

_OFFICER = (
    "SELECT o.name, o.phone, u.name AS unit FROM officers o JOIN units u ON u.id = o.unit WHERE o.id = ?"
)
_LIAISON = (
    "SELECT o.name, COALESCE(NULLIF(o.phone, ''), b.phone) AS phone, u.name AS unit FROM units b "
    "JOIN officers o ON o.id = b.liaison JOIN units u ON u.id = o.unit WHERE b.id = ? AND o.left_at IS NULL"
)
_BODY = "SELECT name, phone FROM units WHERE id = ?"
_SIGNS_IN = (
    "SELECT o.id FROM officers o JOIN units u ON u.id = o.unit WHERE (u.id = ? OR u.parent = ?) AND o.left_at IS NULL "
    "AND o.password_hash <> '' LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask; without a named person the body's own number."""

    name: str
    phone: str
    unit: str


async def officer(officer_id: UUID) -> Contact:
    """The one who handles it."""
    (found,) = await rows(_OFFICER, officer_id)
    return Contact(**found)


async def liaison(body: UUID) -> Contact:
    """The body's named 联络人, else the body itself."""
    found = await row(_LIAISON, body)
    if found is not None:
        return Contact(**found)
    (unit,) = await rows(_BODY, body)
    return Contact("", unit["phone"], unit["name"])


async def has_accounts(body: UUID) -> bool:
    """Whether somebody of the body can sign in."""
    return await row(_SIGNS_IN, body, body) is not None
