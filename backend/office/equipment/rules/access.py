"""Who looks after things, and who may take one. Pure."""

from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person

# Who looks after the things of their own unit; who of everybody's in the township.
KEEPERS: Final = frozenset({"captain", "police_chief", "clerk"})
STEWARDS: Final = frozenset({"dispatcher", "office"})


def keeps(person: Person, unit: UUID) -> bool:
    """Adds, corrects, mends, retires the things of that unit, and hands them to others."""
    own = not person.roles.isdisjoint(KEEPERS) and person.unit_id == unit
    return own or not person.roles.isdisjoint(STEWARDS)


def may_hand_out(person: Person, unit: UUID, to: UUID) -> bool:
    """To anybody for who looks after it; to oneself for everybody of the unit."""
    return keeps(person, unit) or (person.id == to and person.unit_id == unit)


def may_take_back(person: Person, unit: UUID, holder: UUID) -> bool:
    """Whoever has it, whoever looks after it."""
    return person.id == holder or keeps(person, unit)
