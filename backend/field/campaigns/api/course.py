"""What is done to a campaign while it stands: decided on, called off, followed day by day."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.field.campaigns import bodies
from backend.field.campaigns.api.answering import PATH, TAGS, done
from backend.field.campaigns.commands import deciding, following
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@post(f"{PATH}/approval", guards=[requires("campaign.approve")], tags=TAGS)
async def post_approval(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.Act]
) -> Response[Any]:
    """批准: announced to every unit that takes part."""
    return await done(request, campaign_id, deciding.approve, data)


@post(f"{PATH}/refusal", guards=[requires("campaign.approve")], tags=TAGS)
async def post_refusal(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.Returned]
) -> Response[Any]:
    """退回修改, with what is to be changed."""
    return await done(request, campaign_id, deciding.send_back, data)


@post(f"{PATH}/cancellation", guards=[requires("campaign.write")], tags=TAGS)
async def post_cancellation(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.Cancelled]
) -> Response[Any]:
    """取消, before anything was done, with its reason."""
    return await done(request, campaign_id, deciding.call_off, data)


@post(f"{PATH}/patrols", guards=[requires("campaign.write")], tags=TAGS)
async def post_patrols(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.Decision]
) -> Response[Any]:
    """归入、移出: whether a patrol belongs to it. The patrol itself is not written."""
    return await done(request, campaign_id, following.decide, data)


@post(f"{PATH}/days", guards=[requires("campaign.write")], tags=TAGS)
async def post_days(
    request: SignedRequest, campaign_id: FromPath[UUID], data: JSONBody[bodies.DayNote]
) -> Response[Any]:
    """当日小结."""
    return await done(request, campaign_id, following.note_day, data)


ROUTES = [post_approval, post_refusal, post_cancellation, post_patrols, post_days]
