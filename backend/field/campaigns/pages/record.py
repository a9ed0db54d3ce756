"""One campaign: its plan, who takes part, its patrols and figures, and the next act of whoever looks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.campaigns.cards import TAGS
from backend.field.campaigns.queries.belonging import how_many, others
from backend.field.campaigns.queries.history import history
from backend.field.campaigns.queries.sheet import Sheet, sheet
from backend.field.campaigns.queries.visible import load
from backend.field.campaigns.rules.offers import offers
from backend.field.campaigns.rules.tally import result_words
from backend.foundation.now import local, now
from backend.foundation.people.identity import Person
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest

PATH = "/campaigns/{campaign_id:uuid}"


@get(PATH, guards=[requires("campaign.read")])
async def show(request: SignedRequest, campaign_id: FromPath[UUID]) -> Template:
    """What was planned, what came of it, and what can be done next. A phone keeps it until it is summed up."""
    found = await sheet(request.user, campaign_id)
    shown = await _shown(request.user, found, now())
    kept = found.named.campaign.ended_at is None
    return page(request, "campaigns/show.html", kept=kept, current="campaigns", **shown)


@get(f"{PATH}/timeline", guards=[requires("campaign.read")])
async def show_timeline(request: SignedRequest, campaign_id: FromPath[UUID]) -> Template:
    """Everything that happened to it, as far as it is this side's to see."""
    found = await load(request.user, campaign_id)
    lines = await history(campaign_id, found.side(request.user))
    name, url = found.campaign.title, f"/campaigns/{campaign_id}"
    return page(request, "layout/timeline.html", current="campaigns", name=name, url=url, lines=lines)


async def _shown(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    campaign = found.named.campaign
    offered = offers(person, found.side, campaign, at, await how_many(campaign.id))
    word = campaign.stands(at)
    return {
        "found": found,
        "named": found.named,
        "campaign": campaign,
        "side": found.side,
        "word": word,
        "tag_kind": TAGS.get(word, ""),
        "sums": found.sums,
        "days": [(day, sums) for day, sums in found.days if day <= local(at).date()],
        "towns": found.towns if found.figures_only else [],
        "words": result_words(found.sums),
        "notes": {note.on_day: note for note in found.course.notes},
        "offers": offered,
        "others": await others(person, campaign.id, person.township_id)
        if offered.patrols and person.township_id
        else [],
        "at": at,
    }


ROUTES = [show, show_timeline]
