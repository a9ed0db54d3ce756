"""On which side of an incident somebody stands, and what they may do there. Pure."""

from collections.abc import Collection
from typing import Final, Literal
from uuid import UUID

from backend.field.incidents.rules.incident import Report
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import READERS, TEAM
from backend.foundation.refusals import Refusal

Side = Literal["own", "addressee"]

# Who reads every incident of the township; the others those their own unit reported.
SEE_ALL: Final = TEAM | READERS
# Who is told of each report within the township: its command and those who answer for it.
COMMAND: Final = frozenset({"leader", "mayor", "dispatcher", "captain"})
APPROVERS: Final = frozenset({"leader", "mayor"})
# The superior command: the county's government and its departments.
TOLD_KINDS: Final = frozenset({"government", "department"})


def sees_all(person: Person) -> bool:
    return person.township_id is not None and not person.roles.isdisjoint(SEE_ALL)


def side(person: Person, township: UUID) -> Side:
    """Where a person stands who was found to see it."""
    return "own" if person.township_id == township else "addressee"


def own_side(where: Side) -> None:
    """Refuse `not_allowed` to a body that was told: it reads and signs for it."""
    if where != "own":
        raise Refusal("not_allowed")


def may_sign(person: UUID, report: Report) -> None:
    """Refuse `incident_own_report`: who wrote it does not sign it."""
    if person == report.written_by:
        raise Refusal("incident_own_report")


def shown(reports: Collection[Report], where: Side) -> list[Report]:
    """What was issued, to those who were told; everything to one's own side."""
    return [report for report in reports if where == "own" or report.issued_at is not None]
