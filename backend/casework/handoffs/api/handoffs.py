"""PUT, GET and PATCH of handoffs."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, patch, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.casework.handoffs.api.responding import PATH, TAGS, answered, done
from backend.casework.handoffs.bodies.drafting import HandoffBody, HandoffChange
from backend.casework.handoffs.commands.change import change
from backend.casework.handoffs.commands.creation import create
from backend.casework.handoffs.queries.lists import page_of, read_filters
from backend.casework.handoffs.queries.sheet import sheet
from backend.casework.handoffs.showing.handoff import handoff_json
from backend.casework.handoffs.showing.line import line_json
from backend.foundation.now import now
from backend.foundation.web.api import LIMIT, listing, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@put(PATH, guards=[requires("handoff.write")], tags=TAGS)
async def put_handoff(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[HandoffBody]
) -> Response[Any]:
    """Draft a handoff; its limit runs from `discovered_at`."""
    sender = sender_of(request)
    return await answered(sender, await create(sender, handoff_id, data), handoff_id)


@get(PATH, guards=[requires("handoff.read")], tags=TAGS)
async def get_handoff(request: SignedRequest, handoff_id: FromPath[UUID]) -> dict[str, Any]:
    """State, materials, history, every limit; to each side its own fields."""
    return handoff_json(await sheet(request.user, handoff_id), now())


@patch(PATH, guards=[requires("handoff.write")], tags=TAGS)
async def patch_handoff(
    request: SignedRequest, handoff_id: FromPath[UUID], data: JSONBody[HandoffChange]
) -> Response[Any]:
    """Change a draft, or a case that came back."""
    return await done(request, handoff_id, change, data)


@get("/api/v1/handoffs", guards=[requires("handoff.read")], tags=TAGS)
async def get_handoffs(
    request: SignedRequest,
    *,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = LIMIT,
    direction: Annotated[str, QueryParameter(description="out, in, stationed")] = "",
    status: Annotated[str, QueryParameter(name="state", description="draft, submitted, …, closed")] = "",
    box: Annotated[str, QueryParameter(description="sent or received, as one's own body sees it")] = "",
    unit: Annotated[str, QueryParameter(description="code of the other body")] = "",
    q: Annotated[str, QueryParameter(description="words of the case, its number, the firm")] = "",
) -> dict[str, Any]:
    """Every handoff this person may see, newest first."""
    filters = read_filters(direction=direction, state=status, box=box, unit=unit, q=q)
    items, more = await page_of(request.user, filters, read_cursor(cursor), read_limit(limit))
    at = now()
    return listing([line_json(item, at) for item in items], more)


ROUTES = [put_handoff, get_handoff, patch_handoff, get_handoffs]
