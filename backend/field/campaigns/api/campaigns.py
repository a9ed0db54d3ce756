"""The plan, reading one campaign, listing them."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.field.campaigns.api.answering import PATH, TAGS, done
from backend.field.campaigns.bodies import CampaignBody, Replan
from backend.field.campaigns.commands.planning import propose, replan
from backend.field.campaigns.queries.listed import page_of
from backend.field.campaigns.queries.sheet import sheet
from backend.field.campaigns.showing import campaign_json, named_json
from backend.foundation.now import now
from backend.foundation.web.api import listing, paged, read_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@put(PATH, guards=[requires("campaign.write")], tags=TAGS)
async def put_campaign(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[CampaignBody]
) -> Response[Any]:
    """方案: field, period, places, units and people, what is checked; laid before the leader the moment this is answered."""
    return await done(request, campaign_id, propose, data)


@post(f"{PATH}/plan", guards=[requires("campaign.write")], tags=TAGS)
async def post_plan(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[Replan]
) -> Response[Any]:
    """A plan that was sent back, whole and anew."""
    return await done(request, campaign_id, replan, data)


@get(PATH, guards=[requires("campaign.read")], tags=TAGS)
async def get_campaign(request: SignedRequest, campaign_id: FromPath[UUID]) -> dict[str, Any]:
    """One campaign with its patrols and figures, as far as they are the caller's part."""
    return campaign_json(await sheet(request.user, campaign_id), now())


@get("/api/v1/campaigns", guards=[requires("campaign.read")], tags=TAGS)
async def get_campaigns(
    request: SignedRequest,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
    narrowed: Annotated[str, QueryParameter(name="state", description="open, ended, or one state")] = "",
) -> dict[str, Any]:
    """One's own side's and those one takes part in, newest first."""
    wanted = read_limit(limit)
    found = await page_of(request.user, state=narrowed, cursor=read_cursor(cursor), limit=wanted)
    page, more = paged(found, wanted, lambda line: (line.campaign.begins_at, line.campaign.id))
    at = now()
    return listing([named_json(line, at) for line in page], more)


ROUTES = [put_campaign, post_plan, get_campaign, get_campaigns]
