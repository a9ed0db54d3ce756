"""Who sees whose page: their own, those of the unit one heads or keeps, everybody's for who runs the township. Pure."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.office.absences.rules.access import KEEPERS, OVERSEERS, plays

# The dispatcher sends people: who they are and whether they are there, not why they are not.
SEE_ALL: Final = OVERSEERS | {"dispatcher"}


def scope(person: Person) -> tuple[str, list[UUID | None]]:
    """Condition and arguments on `officers o JOIN units u`."""
    if plays(person, SEE_ALL):
        return "u.township = ?", [person.township_id]
    if plays(person, KEEPERS):
        return "u.township = ? AND (o.unit = ? OR o.id = ?)", [person.township_id, person.unit_id, person.id]
    return "u.township = ? AND o.id = ?", [person.township_id, person.id]


def knows_why(person: Person, *, officer: UUID, unit: UUID) -> bool:
    """Whether it is this person's to know why somebody is away."""
    own_unit = plays(person, KEEPERS) and unit == person.unit_id
    return person.id == officer or own_unit or plays(person, OVERSEERS)


def is_one_of_us(roles: Collection[str]) -> bool:
    """Who only administers the product stands on no roster and goes on no patrol."""
    return set(roles) != {"administrator"}
