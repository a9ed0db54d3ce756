"""当日战果表: what one day came to, as a picture and as tables, for the screen and for paper."""

from datetime import date, timedelta
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.campaigns.queries.sheet import sheet
from backend.field.campaigns.rules import states
from backend.field.campaigns.rules.offers import offers
from backend.field.campaigns.rules.tally import result_words, tally
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/campaigns/{campaign_id:uuid}/days/{day:date}", guards=[requires("campaign.read")])
async def show_day(request: SignedRequest, campaign_id: FromPath[UUID], day: FromPath[date]) -> Template:
    """Refuses `campaign_other_day`."""
    found, at = await sheet(request.user, campaign_id), now()
    campaign = found.named.campaign
    states.on_the_day(campaign, day)
    done = found.of_day(day)
    sums = tally(done.outings, done.found)
    return page(
        request,
        "campaigns/day.html",
        current="campaigns",
        found=found,
        campaign=campaign,
        day=day,
        sums=sums,
        outings=done.outings,
        words=result_words(sums),
        note=next((each for each in found.course.notes if each.on_day == day), None),
        before=day - timedelta(days=1) if day > campaign.first_day else None,
        after=day + timedelta(days=1) if day < campaign.last_day else None,
        offers=offers(request.user, found.side, campaign, at, len(found.results.outings)),
        at=at,
    )


ROUTES = [show_day]
