"""On which side of a notification somebody stands, and what they may do there. Pure."""

from typing import Final, Literal
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import READERS, TEAM
from backend.foundation.refusals import Refusal

Side = Literal["sender", "addressee", "government"]

# Who reads every notification of the township; the others those their own unit sent or was told.
SEE_ALL: Final = TEAM | READERS
# Bodies that can be told: those with powers of their own over a danger.
TOLD_KINDS: Final = frozenset({"department", "police", "stationed"})


def sees_all(person: Person) -> bool:
    return person.township_id is not None and not person.roles.isdisjoint(SEE_ALL)


def side(person: Person, *, township: UUID, from_unit: UUID, to_unit: UUID, created_by: UUID) -> Side:
    """Where a person stands who was found to see it; whoever is neither reads it as the government it was reported to."""
    if person.unit_id == to_unit:
        return "addressee"
    own = person.unit_id == from_unit or person.id == created_by
    if person.township_id == township and (own or sees_all(person)):
        return "sender"
    return "government"


def may_be_told(kind: str, unit: UUID, *, sender: UUID, body: UUID) -> None:
    """Refuse `hazard_addressee` for one's own house and for bodies that answer for no danger."""
    if unit in (sender, body):
        raise Refusal("hazard_addressee", "这是本单位自己的事")
    if kind not in TOLD_KINDS:
        raise Refusal("hazard_addressee", "通报给主管这类隐患的部门、派出所或派驻机构")
