"""Who plans, who approves, whose part somebody sees. Pure."""

from typing import Final, Literal
from uuid import UUID

from backend.field.campaigns.rules.campaign import Campaign
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import READERS, TEAM
from backend.foundation.refusals import Refusal

# `own`: of the side that leads it. `part`: of a township or body that takes part in what another leads.
Side = Literal["own", "part"]

SEE_ALL: Final = TEAM | READERS
LEADERS: Final = frozenset({"leader", "mayor"})
HEADS: Final = frozenset({"head"})


def sees_all(person: Person) -> bool:
    return person.township_id is not None and not person.roles.isdisjoint(SEE_ALL)


def side(person: Person, campaign: Campaign) -> Side:
    """Where a person stands who was found to see it."""
    if campaign.township is None:
        return "own" if person.unit_id == campaign.unit else "part"
    return "own" if person.township_id == campaign.township else "part"


def own_side(where: Side) -> None:
    """Refuse `not_allowed` to whoever takes part in what another leads."""
    if where != "own":
        raise Refusal("not_allowed")


def approvers(campaign: Campaign) -> frozenset[str]:
    """The main leaders of a township, the head of a department."""
    return LEADERS if campaign.township is not None else HEADS


def may_approve(person: Person, campaign: Campaign) -> None:
    """Refuse `not_allowed`, `campaign_own`: who planned it does not approve it."""
    if person.roles.isdisjoint(approvers(campaign)):
        raise Refusal("not_allowed")
    if person.id == campaign.created_by:
        raise Refusal("campaign_own")


def may_sign(person: Person, campaign: Campaign) -> None:
    """Refuse `not_allowed`, `campaign_own_report`."""
    if person.roles.isdisjoint(approvers(campaign)):
        raise Refusal("not_allowed")
    if person.id == campaign.reported_by:
        raise Refusal("campaign_own_report")


def township_of(person: Person) -> UUID:
    """Whose part and whose windows these are; refuses `not_allowed` to bodies of the county: patrols are the townships'."""
    if person.township_id is None:
        raise Refusal("not_allowed", "巡查和当日小结由乡镇登记")
    return person.township_id
