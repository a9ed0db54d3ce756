"""Which acts a page offers somebody on a campaign as it stands. Pure."""

from dataclasses import dataclass
from datetime import datetime

from backend.field.campaigns.rules.access import Side, approvers
from backend.field.campaigns.rules.campaign import Campaign
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may


@dataclass(frozen=True, slots=True)
class Offers:
    """`decides`: the plan waits for this person; `starts`: a patrol begun now can belong to it; `signs`: the report waits."""

    decides: bool
    starts: bool
    plan: bool
    calls_off: bool
    patrols: bool
    note: bool
    report: bool
    signs: bool


def offers(person: Person, where: Side, campaign: Campaign, at: datetime, patrols: int) -> Offers:
    """`patrols`: how many belong to it."""
    own = where == "own"
    writes = own and may(person, "campaign.write")
    leads = own and may(person, "campaign.approve") and not person.roles.isdisjoint(approvers(campaign))
    running = campaign.state == "approved"
    begun = running and at >= campaign.begins_at
    in_town = may(person, "campaign.write") and person.township_id is not None
    return Offers(
        decides=leads and campaign.state == "submitted" and person.id != campaign.created_by,
        starts=begun
        and at < campaign.ends_at
        and person.township_id is not None
        and may(person, "patrol.write"),
        plan=writes and campaign.state == "returned",
        calls_off=writes and campaign.open and not patrols and campaign.reported_at is None,
        patrols=in_town and begun,
        note=in_town and begun,
        report=writes and begun and not campaign.report_waits,
        signs=leads and campaign.report_waits and person.id != campaign.reported_by,
    )
