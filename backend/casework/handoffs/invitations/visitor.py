"""Who comes by a link: nobody with an account, but somebody of the body the letter was addressed to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.invitations.rules import Invitation
from backend.foundation.database import row
from backend.foundation.outbox import Device, Sender
from backend.foundation.people.identity import Person

# What such a visitor may do is what the body's 联络人 may.
ROLE = "liaison"
LINK = "link"


@dataclass(frozen=True, slots=True)
class Visitor(Sender):
    """An act of such a person; `position` is what they signed with."""

    position: str = ""

    @property
    def signature(self) -> dict[str, str]:
        """What a step keeps of how it came."""
        return {"channel": LINK, "position": self.position}


async def somebody_of(invitation: Invitation, name: str = "", position: str = "") -> Person:
    """The visitor as commands and queries see one: of that unit, without a record of their own. The id is the link's."""
    unit = await row(
        "SELECT u.id, u.code, u.name, u.kind, u.county, c.demo FROM units u JOIN counties c ON c.id = u.county WHERE u.id = ?",
        invitation.unit,
    )
    assert unit is not None  # a unit is never deleted
    return Person(
        id=invitation.id,
        username="",
        name=name,
        position=position,
        unit_id=unit["id"],
        unit_code=unit["code"],
        unit_name=unit["name"],
        unit_kind=unit["kind"],
        county_id=unit["county"],
        township_id=None,
        township_name="",
        profile="",
        roles=frozenset({ROLE}),
        demo=bool(unit["demo"]),
    )


def visiting(person: Person, at: datetime, key: UUID | None) -> Visitor:
    """One request of theirs. A browser that says nothing of its clock is taken at the server's."""
    return Visitor(person, Device(), at, key, person.position)
