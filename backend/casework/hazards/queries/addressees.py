"""Who can be told: county departments, the township's stations and offices; and the government above them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.casework.hazards.rules.access import TOLD_KINDS, may_be_told
from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.people.queries import enforcing_bodies
from backend.foundation.refusals import Refusal

_KINDS = ", ".join(f"'{kind}'" for kind in sorted(TOLD_KINDS))
_REACH = (
    "FROM units u JOIN townships t ON t.id = ? "
    "WHERE (u.township = t.id OR (u.township IS NULL AND u.county = t.county))"
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A body that can be told; `has_accounts`: it has people here who see it at once."""

    id: UUID
    code: str
    name: str
    kind: str
    phone: str
    has_accounts: bool


async def addressees(person: Person) -> list[Addressee]:
    """In the order of a form: county departments, then what stands in the township itself."""
    found = await rows(
        "SELECT u.id, u.code, u.name, u.kind, u.phone, EXISTS (SELECT 1 FROM officers o WHERE o.unit = u.id "
        f"AND o.left_at IS NULL) AS has_accounts {_REACH} AND u.kind IN ({_KINDS}) AND u.id <> ? "
        "ORDER BY CASE WHEN u.township IS NULL THEN 0 ELSE 1 END, u.code",
        person.township_id,
        person.unit_id,
    )
    return [_addressee(entry) for entry in found]


async def addressee(person: Person, code: str) -> Addressee:
    """The body of that code; refuses `hazard_addressee` for one that does not exist here or answers for no danger."""
    found = await row(
        "SELECT u.id, u.code, u.name, u.kind, u.phone, EXISTS (SELECT 1 FROM officers o WHERE o.unit = u.id "
        f"AND o.left_at IS NULL) AS has_accounts {_REACH} AND u.code = ?",
        person.township_id,
        code,
    )
    if found is None:
        raise Refusal("hazard_addressee", "没有这个单位", fields={"to_unit": "从名单里选"})
    may_be_told(found["kind"], found["id"], sender=person.unit_id, body=await own_body(person))
    return _addressee(found)


async def own_body(person: Person) -> UUID:
    """The 执法主体 the person acts for."""
    return (await enforcing_bodies([person.unit_id]))[person.unit_id]


async def government_of(county: UUID) -> UUID | None:
    """The county or district government."""
    found = await row(
        "SELECT id FROM units WHERE county = ? AND kind = 'government' ORDER BY code LIMIT 1", county
    )
    return found["id"] if found else None


async def township_body(township: UUID) -> UUID:
    """The township's government or street office, in whose name its leader signs."""
    found = await row(
        "SELECT id FROM units WHERE township = ? AND kind IN ('township', 'street') ORDER BY code LIMIT 1",
        township,
    )
    if found is None:
        raise Refusal("not_found")
    body: UUID = found["id"]
    return body


def _addressee(entry: dict[str, Any]) -> Addressee:
    return Addressee(**{**entry, "has_accounts": bool(entry["has_accounts"])})
