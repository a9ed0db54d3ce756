"""Bodies that are told something: the township's own, the government above it, and whether anybody there sees it at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.foundation.database import row
from backend.foundation.refusals import Refusal

_GOVERNMENT = "SELECT id FROM units WHERE county = ? AND kind = 'government' ORDER BY code LIMIT 1"
_TOWNSHIP = "SELECT id FROM units WHERE township = ? AND kind IN ('township', 'street') ORDER BY code LIMIT 1"


def sees_at_once(unit: str) -> str:
    """The column of that name, for the unit whose id the SQL names."""
    there = f"SELECT 1 FROM officers there WHERE there.unit = {unit} AND there.left_at IS NULL"
    return f"EXISTS ({there} AND there.password_hash <> '') AS sees_at_once"


# Of `units u`.
ADDRESSEE_COLUMNS = f"u.id, u.code, u.name, u.kind, u.phone, {sees_at_once('u.id')}"


@dataclass(frozen=True, slots=True)
class Addressee:
    """A body that can be told; `sees_at_once`: somebody of it signs in here and is told. (A part below it that signs in
    answers handoffs for it, but is not told.)"""

    id: UUID
    code: str
    name: str
    kind: str
    phone: str
    sees_at_once: bool


def addressee_from(found: Mapping[str, Any]) -> Addressee:
    """From a row of ADDRESSEE_COLUMNS."""
    return Addressee(**{**found, "sees_at_once": bool(found["sees_at_once"])})


async def government_of(county: UUID) -> UUID | None:
    """The county or district government; None where it is not entered."""
    found = await row(_GOVERNMENT, county)
    return found["id"] if found else None


async def body_of(township: UUID) -> UUID | None:
    """The township's government or street office; None where it is not entered."""
    found = await row(_TOWNSHIP, township)
    return found["id"] if found else None


async def township_body(township: UUID) -> UUID:
    """The same, in whose name its leader signs; refuses `not_found`."""
    found = await body_of(township)
    if found is None:
        raise Refusal("not_found")
    return found
