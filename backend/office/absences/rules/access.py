"""Who sees an absence, who may write one down for somebody, who decides. Nobody decides about themselves. Pure."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, demand

# Who looks after the people of their own unit; who of those decides about their leave.
KEEPERS: Final = frozenset({"captain", "police_chief", "clerk"})
HEADS: Final = frozenset({"captain", "police_chief"})
# Who looks after everybody in the township; who of those decides.
OVERSEERS: Final = frozenset({"leader", "mayor", "office"})
LEADERS: Final = frozenset({"leader", "mayor"})


def plays(person: Person, roles: Collection[str]) -> bool:
    return not person.roles.isdisjoint(roles)


def looks_after_others(person: Person) -> bool:
    """Whether somebody else's absence is theirs to see."""
    return plays(person, KEEPERS | OVERSEERS)


def who_decides_words(officer_roles: Collection[str]) -> str:
    """Whose word a leave waits for, by whom it is for."""
    return "镇领导" if not HEADS.isdisjoint(officer_roles) else "本单位队长或所长，或镇领导"


def may_write_for(person: Person, *, officer: UUID, unit: UUID) -> bool:
    """For oneself, for the people of one's unit, for everybody."""
    own_unit = plays(person, KEEPERS) and unit == person.unit_id
    return person.id == officer or own_unit or plays(person, OVERSEERS)


def decides_on_leave(person: Person, *, officer: UUID, unit: UUID, officer_roles: Collection[str]) -> bool:
    """The head of the unit for its people, a leader for everybody; a head's own leave goes up."""
    if person.id == officer:
        return False
    head = plays(person, HEADS) and unit == person.unit_id and HEADS.isdisjoint(officer_roles)
    return head or plays(person, LEADERS)


def demand_decision_on_leave(
    person: Person, *, officer: UUID, unit: UUID, officer_roles: Collection[str]
) -> None:
    """Refuses `own_leave`, `not_allowed`."""
    if person.id == officer:
        raise Refusal("own_leave")
    demand(decides_on_leave(person, officer=officer, unit=unit, officer_roles=officer_roles))


def decides_on_borrowing(person: Person, *, officer: UUID, asked_by: UUID) -> bool:
    """A leader who is neither borrowed nor wrote it down."""
    return plays(person, LEADERS) and person.id not in (officer, asked_by)


def demand_decision_on_borrowing(person: Person, *, officer: UUID, asked_by: UUID) -> None:
    """Refuses `own_borrowing`, `not_allowed`."""
    if person.id in (officer, asked_by):
        raise Refusal("own_borrowing")
    demand(plays(person, LEADERS))
