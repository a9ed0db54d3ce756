"""Units within an administrator's reach."""

from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.people.units import Standing
from backend.foundation.refusals import Refusal
from backend.office.personnel.reach import Reach


@dataclass(frozen=True)
class UnitCard:
    """A unit with what the list says about it."""

    id: UUID
    county: UUID
    township: UUID | None
    township_name: str
    code: str
    name: str
    kind: str
    acts_in_own_name: bool
    parent: UUID | None
    parent_name: str
    liaison: UUID | None
    liaison_name: str
    phone: str
    people: int
    version: int

    @property
    def chain(self) -> UUID:
        """The journal chain of what happens to it."""
        return self.township or self.id


_CARD = (
    "SELECT u.id, u.county, u.township, u.code, u.name, u.kind, u.acts_in_own_name, u.parent, u.liaison, u.phone, "
    "u.version, COALESCE(t.name, '') AS township_name, COALESCE(p.name, '') AS parent_name, "
    "COALESCE(l.name, '') AS liaison_name, "
    "(SELECT count(*) FROM officers o WHERE o.unit = u.id AND o.left_at IS NULL) AS people "
    "FROM units u LEFT JOIN townships t ON t.id = u.township LEFT JOIN units p ON p.id = u.parent "
    "LEFT JOIN officers l ON l.id = u.liaison "
)
_ORDER = "ORDER BY CASE WHEN u.township IS NULL THEN 1 ELSE 0 END, t.code, u.code"


async def units_within(reach: Reach) -> list[UnitCard]:
    """Townships' units first, county bodies after them."""
    condition, args = reach.where()
    return [UnitCard(**found) for found in await rows(f"{_CARD} WHERE {condition} {_ORDER}", *args)]


async def unit_within(reach: Reach, unit: UUID) -> UnitCard:
    """One of them; refuses `not_found` for any other."""
    condition, args = reach.where()
    found = await row(f"{_CARD} WHERE u.id = ? AND {condition}", unit, *args)
    if found is None:
        raise Refusal("not_found")
    return UnitCard(**found)


async def unit_by_code(code: str) -> UnitCard | None:
    """Any unit, for the command line of the server."""
    found = await row(f"{_CARD} WHERE u.code = ?", code)
    return UnitCard(**found) if found else None


async def possible_parents(reach: Reach) -> list[UnitCard]:
    """What a unit may belong to: units of the own township, and every county body."""
    condition, args = reach.where()
    return [
        UnitCard(**found)
        for found in await rows(
            f"{_CARD} WHERE ({condition}) OR (u.county = ? AND u.township IS NULL) {_ORDER}",
            *args,
            reach.county,
        )
    ]


def line_of(units: list[UnitCard]) -> dict[UUID, Standing]:
    return {unit.id: Standing(unit.parent, bool(unit.acts_in_own_name)) for unit in units}
