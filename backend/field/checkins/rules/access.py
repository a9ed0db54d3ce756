"""Who may begin, confirm and end the timer of whose visit. Pure."""

from typing import Final
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

# Who watches over every visit of the township; a station chief over those of the own station.
WATCHERS: Final = frozenset({"captain", "dispatcher", "leader", "mayor"})
CHIEF: Final = "police_chief"
# Who is reminded together with the visitor, where they serve in the same unit.
CHIEFS: Final = frozenset({"captain", "police_chief"})


def watches(person: Person, unit: UUID) -> bool:
    """Whether visits of that unit are this person's to watch over."""
    return not person.roles.isdisjoint(WATCHERS) or (CHIEF in person.roles and person.unit_id == unit)


def may_begin(person: Person, *, officer: UUID, unit: UUID) -> None:
    """One's own; for others their captain or chief, and the dispatcher. Refuses `not_allowed`."""
    chief = not person.roles.isdisjoint(CHIEFS) and person.unit_id == unit
    if person.id != officer and not chief and "dispatcher" not in person.roles:
        raise Refusal("not_allowed", "替别人开始，由本单位队长、所长或指挥中心办")


def in_whose_name(person: Person, *, officer: UUID, unit: UUID, begun_by: UUID, channel: str | None) -> None:
    """Only who is there knows that all is well: anybody else says how they heard it.

    Refuses `not_allowed`, `checkin_channel_needed`.
    """
    if person.id == officer:
        return
    if person.id != begun_by and not watches(person, unit):
        raise Refusal("not_allowed")
    if channel is None:
        raise Refusal("checkin_channel_needed", fields={"channel": "选对方怎么说的"})
