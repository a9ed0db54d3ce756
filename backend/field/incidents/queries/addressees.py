"""The superior command an incident is reported to: the county's government first, then its departments."""

from collections.abc import Sequence

from backend.field.incidents.rules.access import TOLD_KINDS
from backend.foundation.database import rows
from backend.foundation.people.bodies import ADDRESSEE_COLUMNS, Addressee, addressee_from
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

_KINDS = ", ".join(f"'{kind}'" for kind in sorted(TOLD_KINDS))
_ABOVE = (
    f"SELECT {ADDRESSEE_COLUMNS} FROM units u WHERE u.county = ? AND u.township IS NULL "
    f"AND u.kind IN ({_KINDS}) ORDER BY CASE WHEN u.kind = 'government' THEN 0 ELSE 1 END, u.code"
)


async def above(person: Person) -> list[Addressee]:
    """Everybody it can be reported to, in the order of a form."""
    return [addressee_from(entry) for entry in await rows(_ABOVE, person.county_id)]


async def chosen(person: Person, codes: Sequence[str]) -> list[Addressee]:
    """Those of these codes, the government first, for it stands at the head of the paper; refuses `invalid`."""
    known = await above(person)
    unknown = set(codes) - {each.code for each in known}
    if unknown:
        raise Refusal("invalid", fields={"to": "从名单里选上级政府和部门"})
    return [each for each in known if each.code in codes]
