"""On which side of a request somebody stands, and what they may do there. Pure."""

from typing import Final, Literal
from uuid import UUID

from backend.casework.requests.rules.kinds import NOTICE
from backend.casework.requests.rules.request import Request
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import TOWN_HALL

Side = Literal["asking", "asked"]

# Who reads every request of the township, sent and received; the others those their own unit is asked in.
SEE_ALL: Final = TOWN_HALL


def sees_all(person: Person) -> bool:
    return person.township_id is not None and not person.roles.isdisjoint(SEE_ALL)


def side(person: Person, request: Request) -> Side:
    """Where a person stands who was found to see it. What the township asks, all of its town hall asks, and whoever wrote it while
    of the township; a 书面通知 the department alone, whoever of it serves the township by now."""
    if person.unit_id == request.from_unit:
        return "asking"
    if request.kind == NOTICE or person.township_id != request.township:
        return "asked"
    return "asking" if sees_all(person) or person.id == request.created_by else "asked"


def answers_for(person: Person, request: Request, unit: UUID) -> bool:
    """Whether the person speaks for that asked body: their own unit, or for a township's government its town hall."""
    if request.kind == NOTICE:
        return sees_all(person) and person.township_id == request.township
    return person.unit_id == unit
