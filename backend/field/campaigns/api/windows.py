"""The windows of the duties that campaigns and joint checks meet; why nothing met one."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from backend.field.campaigns.bodies import Explained
from backend.field.campaigns.commands.explaining import explain_window
from backend.field.campaigns.rules.access import township_of
from backend.field.campaigns.showing import window_json
from backend.field.campaigns.windows import RULES
from backend.foundation.clocks.windows import standing, windows_of
from backend.foundation.now import now
from backend.foundation.web.api import answer, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

TAGS = ["campaigns"]


@get("/api/v1/windows", guards=[requires("window.read")], tags=TAGS)
async def get_windows(request: SignedRequest, limit: FromQuery[int] = 24) -> dict[str, Any]:
    """One's own township's, the newest first."""
    at = now()
    found = await windows_of(township_of(request.user), RULES, at, read_limit(limit))
    return {"items": [window_json(each, at) for each in found]}


@post("/api/v1/windows/{window_id:uuid}/explanation", guards=[requires("window.explain")], tags=TAGS)
async def post_explanation(
    request: SignedRequest, window_id: FromPath[UUID], data: JSONBody[Explained]
) -> Response[Any]:
    """说明: a period is over and nothing was carried out in it."""
    sender = sender_of(request)
    received = await explain_window(sender, window_id, data)
    found = await standing(township_of(sender.person), window_id, sender.at)
    return answer(received, window_json(found, sender.at))


ROUTES = [get_windows, post_explanation]
