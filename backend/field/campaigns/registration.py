"""What other rooms may know of a campaign."""

from collections.abc import Collection
from uuid import UUID

from backend.field.campaigns.queries.visible import Named, audience, find, find_among, held
from backend.foundation.database import batch
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record


async def visible(person: Person, campaign_id: UUID) -> Record | None:
    """The campaign as something tasks and requests belong to."""
    found = await find(person, campaign_id)
    return _record(found) if found else None


async def visible_among(person: Person, campaign_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record(found) for found in await find_among(person, campaign_ids)]


def _record(found: Named) -> Record:
    campaign = found.campaign
    return Record(
        kind="campaign",
        id=campaign.id,
        title=f"联合整治：{campaign.title}",
        url=f"/campaigns/{campaign.id}",
        township=campaign.township,
        open=campaign.open,
        chain=campaign.township or campaign.unit,
        facts={
            "number": "",
            "address": campaign.area,
            "text": campaign.cause,
            "first_day": campaign.first_day,
        },
        closed_at=campaign.ended_at,
    )


async def hold(campaign_id: UUID) -> None:
    """Keep it from being ended until the transaction ends."""
    await batch([held(campaign_id)])


CAMPAIGNS = Kind(
    "campaign",
    "联合整治",
    visible,
    hold=hold,
    audience=audience,
    reading="campaign.read",
    visible_among=visible_among,
)
