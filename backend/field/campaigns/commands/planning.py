"""方案: planned and laid before the leader; sent back, brought up to what was asked for and laid before them again."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.field.campaigns.bodies import CampaignBody, Planned, Replan
from backend.field.campaigns.commands.acting import act
from backend.field.campaigns.commands.telling import tell_deciders
from backend.field.campaigns.commands.writing import Parts, add, noted, replace_parts, write
from backend.field.campaigns.queries.choices import chosen_people, chosen_places, chosen_units
from backend.field.campaigns.queries.visible import Named
from backend.field.campaigns.rules import states
from backend.field.campaigns.rules.access import own_side
from backend.field.campaigns.rules.campaign import Campaign
from backend.foundation.clocks.cadences import begins
from backend.foundation.database import row
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.people.bodies import township_body
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, needed

COUNTY_LEADERS = frozenset({"department"})


async def propose(sender: Sender, campaign_id: UUID, body: CampaignBody) -> Received:
    """201 the first time. Refuses `invalid`, `times_crossed`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        parts = await _judged(sender.person, body)
        campaign = await _campaign(sender, campaign_id, body)
        await add(campaign, parts)
        await tell_deciders(sender.person, campaign, f"联合整治方案等你批准：{campaign.title}")
        return noted(sender, campaign, "campaign.submitted", _told(campaign), body.made_at)

    async def state() -> str:
        found = await row("SELECT state FROM campaigns WHERE id = ?", campaign_id)
        return "gone" if found and found["state"] == "cancelled" else "conflict"

    return await receive_put(sender.person, "campaign", campaign_id, body, create=create, state=state)


async def replan(sender: Sender, campaign_id: UUID, body: Replan) -> Received:
    """Refuses `campaign_state` where it was not sent back."""

    async def work(found: Named) -> Entry:
        own_side(found.side(sender.person))
        states.must_be(found.campaign, "returned")
        parts = await _judged(sender.person, body)
        campaign = await write(found.campaign, _said(body) | {"state": "submitted", "return_reason": ""})
        await replace_parts(campaign_id, parts)
        await tell_deciders(sender.person, campaign, f"联合整治方案改好等你批准：{campaign.title}")
        return noted(sender, campaign, "campaign.replanned", _told(campaign), body.made_at)

    return await act(sender, campaign_id, work, body, "plan")


async def _judged(person: Person, body: Planned) -> Parts:
    """Once all that is said holds. The units of the people named take part too."""
    if person.township_id is None and person.unit_kind not in COUNTY_LEADERS:
        raise Refusal("not_allowed", "跨乡镇行动由县级部门牵头")
    needed(
        {
            "title": (body.title, "给这次整治起个名"),
            "field": (body.field, "选整治领域"),
            "cause": (body.cause, "写明针对什么问题"),
            "checks": (body.checks, "写明查什么"),
        }
    )
    states.days(body.first_day, body.last_day)
    people = await chosen_people(person, body.people)
    units = await chosen_units(person, body.units) | set(people.values())
    return Parts(frozenset(units), frozenset(people), frozenset(await chosen_places(person, body.places)))


def _said(body: Planned) -> dict[str, Any]:
    return {
        "field": body.field.strip(),
        "title": body.title.strip(),
        "cause": body.cause,
        "checks": body.checks,
        "arrangement": body.arrangement or "",
        "area": body.area or "",
        "first_day": body.first_day,
        "last_day": body.last_day,
        "begins_at": begins(body.first_day),
        "ends_at": begins(body.last_day + timedelta(days=1)),
    }


async def _campaign(sender: Sender, campaign_id: UUID, body: Planned) -> Campaign:
    person = sender.person
    led_by = await township_body(person.township_id) if person.township_id else person.unit_id
    nothing: dict[str, Any] = dict.fromkeys(_TEXTS, "") | dict.fromkeys(_OPEN)
    return Campaign(
        id=campaign_id,
        township=person.township_id,
        unit=person.unit_id,
        body=led_by,
        created_by=person.id,
        state="submitted",
        version=1,
        **_said(body),
        **sender.stamps(body.made_at),
        **nothing,
    )


_TEXTS = ("return_reason", "cancel_reason", "summary", "problems", "coming", "report_return")
_OPEN = ("approved_at", "approved_by", "reported_by", "reported_at", "letter", "ended_at")


def _told(campaign: Campaign) -> dict[str, Any]:
    return {"title": campaign.title, "field": campaign.field, "days": campaign.days}
