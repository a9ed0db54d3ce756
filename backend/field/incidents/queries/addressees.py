"""The superior command an incident is reported to: the county's government first, then its departments."""

from collections.abc import Sequence
from uuid import UUID

from backend.field.incidents.queries.course import addressee
from backend.field.incidents.rules.access import TOLD_KINDS
from backend.field.incidents.rules.incident import Addressee
from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

_KINDS = ", ".join(f"'{kind}'" for kind in sorted(TOLD_KINDS))
_ABOVE = (
    "SELECT u.id, u.code, u.name, u.kind, u.phone, EXISTS (SELECT 1 FROM officers o WHERE o.unit = u.id "
    "AND o.left_at IS NULL) AS has_accounts FROM units u WHERE u.county = ? AND u.township IS NULL "
    f"AND u.kind IN ({_KINDS}) ORDER BY CASE WHEN u.kind = 'government' THEN 0 ELSE 1 END, u.code"
)


async def above(person: Person) -> list[Addressee]:
    """Everybody it can be reported to, in the order of a form."""
    return [addressee(entry) for entry in await rows(_ABOVE, person.county_id)]


async def chosen(person: Person, codes: Sequence[str]) -> list[Addressee]:
    """Those of these codes, the government first, for it stands at the head of the paper; refuses `invalid`."""
    known = await above(person)
    unknown = set(codes) - {each.code for each in known}
    if unknown:
        raise Refusal("invalid", fields={"to": "从名单里选上级政府和部门"})
    return [each for each in known if each.code in codes]


async def township_body(township: UUID) -> UUID:
    """The township's government or street office, in whose name is reported."""
    found = await row(
        "SELECT id FROM units WHERE township = ? AND kind IN ('township', 'street') ORDER BY code LIMIT 1",
        township,
    )
    if found is None:
        raise Refusal("not_found")
    body: UUID = found["id"]
    return body
