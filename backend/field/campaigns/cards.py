"""One campaign as a row of a list shows it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.campaigns.queries.visible import Named

TAGS = {
    "等批准": "soon",
    "退回修改": "local",
    "进行中": "brand",
    "待总结": "soon",
    "总结等签发": "soon",
    "已总结": "done",
}


@dataclass(frozen=True, slots=True)
class Card:
    """`waits`: for a leader."""

    id: UUID
    url: str
    title: str
    meta: str
    word: str
    tag: str
    waits: bool
    led: str


def card(named: Named, at: datetime) -> Card:
    campaign = named.campaign
    word = campaign.stands(at)
    return Card(
        id=campaign.id,
        url=f"/campaigns/{campaign.id}",
        title=campaign.title,
        meta=" · ".join(filter(None, (campaign.days, campaign.field, campaign.area))),
        word=word,
        tag=TAGS.get(word, ""),
        waits=campaign.state == "submitted" or campaign.report_waits,
        led="" if campaign.township else f"{named.body_name}牵头",
    )
