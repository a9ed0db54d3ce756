"""方案 from nothing, or one that was sent back; 总结 with the figures beside it."""

from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.campaigns.form import form_for
from backend.field.campaigns.queries.basis import basis_for
from backend.field.campaigns.queries.choices import people_for, places_for, units_for
from backend.field.campaigns.queries.course import course
from backend.field.campaigns.queries.sheet import sheet
from backend.field.campaigns.queries.visible import load
from backend.field.campaigns.rules import states
from backend.field.campaigns.rules.access import own_side
from backend.field.campaigns.rules.tally import result_words
from backend.foundation.now import local, now
from backend.foundation.people.identity import Person
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/campaigns/new", guards=[requires("campaign.write")])
async def write_plan(request: SignedRequest) -> Template:
    """An empty form."""
    person = request.user
    return page(
        request,
        "campaigns/form.html",
        current="campaigns",
        form=form_for(None, None, await _offered(person), local(now()).date(), person.unit_code),
        basis=await basis_for(person),
    )


@get("/campaigns/{campaign_id:uuid}/plan", guards=[requires("campaign.write")])
async def rewrite_plan(request: SignedRequest, campaign_id: FromPath[UUID]) -> Template:
    """The plan that was sent back, filled. Refuses `campaign_state`."""
    person, found = request.user, await load(request.user, campaign_id)
    own_side(found.side(person))
    states.must_be(found.campaign, "returned")
    told = await course(campaign_id)
    return page(
        request,
        "campaigns/form.html",
        current="campaigns",
        form=form_for(found.campaign, told, await _offered(person), local(now()).date(), person.unit_code),
        basis=await basis_for(person),
    )


@get("/campaigns/{campaign_id:uuid}/report", guards=[requires("campaign.write")])
async def write_report(request: SignedRequest, campaign_id: FromPath[UUID]) -> Template:
    """What was said last, with the figures as they stand. Refuses `campaign_state`, `campaign_not_begun`."""
    found = await sheet(request.user, campaign_id)
    own_side(found.side)
    states.must_be(found.named.campaign, "approved")
    states.begun(found.named.campaign, now())
    return page(
        request,
        "campaigns/report.html",
        current="campaigns",
        campaign=found.named.campaign,
        words=result_words(found.sums),
        notes=found.course.notes,
    )


async def _offered(person: Person) -> dict[str, list[dict[str, object]]]:
    return {
        "units": await units_for(person),
        "people": await people_for(person),
        "places": await places_for(person),
    }


ROUTES = [write_plan, rewrite_plan, write_report]
