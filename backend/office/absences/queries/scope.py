"""Which absences a person may see, as a condition; and who hears of one: the same people."""

from typing import Any
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.records.audience import person_at, role_in, role_of_unit
from backend.office.absences.rules.access import KEEPERS, OVERSEERS, plays

Scope = tuple[str, list[Any]]


def scope(person: Person) -> Scope:
    """Condition and arguments on a table `a`: everybody's of the township for who oversees it, those of one's unit for who
    looks after its people, else one's own and those one wrote down."""
    if plays(person, OVERSEERS):
        return "a.township = ?", [person.township_id]
    unit = " OR a.unit = ?" if plays(person, KEEPERS) else ""
    args = [person.township_id, person.id, person.id, *([person.unit_id] if unit else [])]
    return f"a.township = ? AND (a.officer = ? OR a.asked_by = ?{unit})", args


def tokens(township: UUID, unit: UUID, officer: UUID, asked_by: UUID) -> frozenset[str]:
    """The same people, named without being told who asks."""
    return frozenset(
        {
            person_at(township, officer),
            person_at(township, asked_by),
            *(role_of_unit(unit, role) for role in KEEPERS),
            *(role_in(township, role) for role in OVERSEERS),
        }
    )
