"""Who may do what on a handoff they can see: which side they stand on, and what their role carries there. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from backend.casework.handoffs.rules.sender import Direction
from backend.foundation.people.identity import Person

Side = Literal["sender", "addressee"]

# Who prepares and sends for a township: the team and the office; an auxiliary writes drafts and signs nothing.
_TOWN_SENDERS: Final = frozenset({"officer", "captain", "clerk", "office", "leader", "mayor"})
_TOWN_WRITERS: Final = _TOWN_SENDERS | {"auxiliary"}
_TOWN_ANSWERERS: Final = frozenset({"officer", "captain", "clerk", "office"})
_STATION: Final = frozenset({"station", "legal", "police", "police_chief", "traffic_police"})
_COUNTY: Final = frozenset({"liaison", "head", "public_security", "government", "supervisor", "petitions"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands: their own unit, the bodies they act for, and whose named 联络人 they are.

    `at_home`: a county body a police station belongs to, seen from there only in cases of the station's township.
    """

    unit: UUID
    bodies: frozenset[UUID]
    at_home: frozenset[UUID] = frozenset()
    liaison_of: frozenset[UUID] = frozenset()

    @property
    def all(self) -> frozenset[UUID]:
        return self.bodies | self.at_home | self.liaison_of | {self.unit}


def may_write(person: Person) -> bool:
    """Draft, and add material."""
    return not person.roles.isdisjoint(_TOWN_WRITERS | _COUNTY | _STATION)


def may_send(person: Person) -> bool:
    """Submit, send, withdraw, remind, close: in the name of the sending body."""
    return not person.roles.isdisjoint(_TOWN_SENDERS | _COUNTY | _STATION)


def may_answer(person: Person, standing: Standing, addressee: UUID, direction: Direction) -> bool:
    """Sign for it, accept or return it, report the result: the addressee's people for such papers, or its 联络人."""
    if addressee not in standing.all:
        return False
    if addressee in standing.liaison_of:
        return True
    if direction == "stationed":
        return addressee == standing.unit and not person.roles.isdisjoint(_STATION)
    return not person.roles.isdisjoint(_COUNTY if person.township_id is None else _TOWN_ANSWERERS)


def side(standing: Standing, from_body: UUID, addressees: Collection[UUID]) -> Side | None:
    """On which side somebody stands; whoever stands on both (the team and a station of one town) is the sender."""
    if from_body in standing.all:
        return "sender"
    return "addressee" if standing.all & set(addressees) else None
