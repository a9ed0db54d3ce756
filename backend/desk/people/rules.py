"""Who sees whose page: their own, those of the unit one heads or keeps, everybody's for who runs the township. Pure."""

from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.office.absences.rules.access import KEEPERS, OVERSEERS, may_write_for, plays

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
    """Whether it is this person's to know why somebody is away: whoever may write it down."""
    return may_write_for(person, officer=officer, unit=unit)
