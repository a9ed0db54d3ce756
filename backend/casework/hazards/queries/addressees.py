"""Who can be told: county departments, the township's stations and offices."""

from backend.casework.hazards.rules.access import TOLD_KINDS, may_be_told
from backend.foundation.database import row, rows
from backend.foundation.people.bodies import ADDRESSEE_COLUMNS, Addressee, addressee_from
from backend.foundation.people.identity import Person
from backend.foundation.people.queries import own_body
from backend.foundation.refusals import Refusal

_KINDS = ", ".join(f"'{kind}'" for kind in sorted(TOLD_KINDS))
_REACH = (
    "FROM units u JOIN townships t ON t.id = ? "
    "WHERE (u.township = t.id OR (u.township IS NULL AND u.county = t.county))"
)


async def addressees(person: Person) -> list[Addressee]:
    """In the order of a form: county departments, then what stands in the township itself."""
    found = await rows(
        f"SELECT {ADDRESSEE_COLUMNS} {_REACH} AND u.kind IN ({_KINDS}) AND u.id <> ? "
        "ORDER BY CASE WHEN u.township IS NULL THEN 0 ELSE 1 END, u.code",
        person.township_id,
        person.unit_id,
    )
    return [addressee_from(entry) for entry in found]


async def addressee(person: Person, code: str) -> Addressee:
    """The body of that code; refuses `hazard_addressee` for one that does not exist here or answers for no danger."""
    found = await row(
        f"SELECT {ADDRESSEE_COLUMNS} {_REACH} AND u.code = ?",
        person.township_id,
        code,
    )
    if found is None:
        raise Refusal("hazard_addressee", "没有这个单位", fields={"to_unit": "从名单里选"})
    may_be_told(found["kind"], found["id"], sender=person.unit_id, body=await own_body(person))
    return addressee_from(found)
