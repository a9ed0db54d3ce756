"""Which bodies of the county can be named as who borrows."""

from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

_DEPARTMENTS = (
    "SELECT id, code, name FROM units WHERE county = ? AND township IS NULL AND kind IN "
    "('department', 'government', 'procuratorate', 'court')"
)


async def departments(person: Person) -> list[tuple[str, str]]:
    """Code and name, by code."""
    found = await rows(f"{_DEPARTMENTS} ORDER BY code", person.county_id)
    return [(each["code"], each["name"]) for each in found]


async def department(person: Person, code: str) -> UUID:
    """Refuses `invalid` for one that is none."""
    found = await rows(f"{_DEPARTMENTS} AND code = ?", person.county_id, code)
    if not found:
        raise Refusal("invalid", fields={"department": "从名单里选单位"})
    held: UUID = found[0]["id"]
    return held
