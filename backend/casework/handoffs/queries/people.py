"""The contact persons of a handoff (联系人), and whether a body can take part by itself."""

from collections.abc import Collection
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
_APPROVED = (
    "SELECT done_by_name, instead_of_name FROM handoff_steps WHERE handoff = ? AND ordinal = ? AND kind = 'approval' "
    "ORDER BY seq DESC LIMIT 1"
)
_BODY = "SELECT name, phone FROM units WHERE id = ?"
_SIGN_IN = (
    "SELECT DISTINCT u.id, u.parent FROM units u WHERE (u.id IN ({marks}) OR u.parent IN ({marks})) AND EXISTS "
    "(SELECT 1 FROM officers o WHERE o.unit = u.id AND o.left_at IS NULL AND o.password_hash <> '')"
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


async def approved_by(handoff: UUID, ordinal: int) -> str:
    """江晚晴（受方知秋委托）: who approved this sending; empty where nobody had to."""
    found = await row(_APPROVED, handoff, ordinal)
    if found is None:
        return ""
    instead_of = found["instead_of_name"]
    return f"{found['done_by_name']}（受{instead_of}委托）" if instead_of else str(found["done_by_name"])


async def can_sign_in(body: UUID) -> bool:
    """Whether somebody of the body, or of a part below it, can sign in and answer for it."""
    return bool(await signing_in({body}))


async def signing_in(bodies: Collection[UUID]) -> frozenset[UUID]:
    """Those of which somebody can sign in."""
    if not bodies:
        return frozenset()
    found = await rows(_SIGN_IN.format(marks=", ".join("?" * len(bodies))), *bodies, *bodies)
    return frozenset(unit for entry in found for unit in (entry["id"], entry["parent"]) if unit in bodies)
