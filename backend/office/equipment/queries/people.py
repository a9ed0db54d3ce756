"""Into whose hands things go, whose they are, who looks after them."""

from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person, roles_of
from backend.foundation.people.permissions import only_administers
from backend.foundation.refusals import Refusal
from backend.office.equipment.rules.access import KEEPERS, STEWARDS

_PEOPLE = (
    "SELECT o.id, o.username, o.name, o.roles, o.unit, u.name AS unit_name FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE u.township = ? AND o.left_at IS NULL"
)


async def taker(person: Person, username: str) -> tuple[UUID, str]:
    """Id and name; refuses `invalid` for one who does not serve here."""
    found = await row(f"{_PEOPLE} AND o.username = ?", person.township_id, username)
    if found is None:
        raise Refusal("invalid", fields={"officer": "从名单里选人"})
    return found["id"], found["name"]


async def takers(person: Person) -> list[tuple[str, str]]:
    """Username and name with unit, for a choice."""
    found = await rows(f"{_PEOPLE} ORDER BY u.code, o.username", person.township_id)
    return [
        (each["username"], f"{each['name']}（{each['unit_name']}）")
        for each in found
        if not only_administers(roles_of(each))
    ]


async def unit_named(person: Person, code: str) -> UUID:
    """Refuses `invalid` for a unit that is not of the township."""
    found = await row("SELECT id FROM units WHERE code = ? AND township = ?", code, person.township_id)
    if found is None:
        raise Refusal("invalid", fields={"unit": "从名单里选单位"})
    held: UUID = found["id"]
    return held


async def units(person: Person) -> list[tuple[str, str]]:
    """Code and name of the township's."""
    found = await rows("SELECT code, name FROM units WHERE township = ? ORDER BY code", person.township_id)
    return [(each["code"], each["name"]) for each in found]


async def keepers(township: UUID, unit: UUID) -> list[UUID]:
    """Who looks after the unit's things; where nobody of it does, the stewards."""
    found = [(each["id"], each["unit"], roles_of(each)) for each in await rows(_PEOPLE, township)]
    own = [officer for officer, where, roles in found if where == unit and roles & KEEPERS]
    return own or [officer for officer, _, roles in found if roles & STEWARDS]
