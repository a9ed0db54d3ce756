"""Calling, reading, changing, positions."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, patch, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.field.assists import bodies
from backend.field.assists.api.answering import PATH, TAGS, done
from backend.field.assists.commands.change import change
from backend.field.assists.commands.positions import move
from backend.field.assists.commands.raising import call
from backend.field.assists.queries.listed import page_of
from backend.field.assists.queries.sheet import sheet
from backend.field.assists.showing import assist_json, line_json
from backend.foundation.web.api import LIMIT, listing, paged, read_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@put(PATH, guards=[requires("assist.raise")], tags=TAGS)
async def put_assist(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.AssistBody]
) -> Response[Any]:
    """紧急支援: whoever is on duty has it the moment this is answered. Never refused for its position."""
    return await done(request, assist_id, call, data)


@get(PATH, guards=[requires("assist.read")], tags=TAGS)
async def get_assist(request: SignedRequest, assist_id: FromPath[UUID]) -> dict[str, Any]:
    """One call with its time chain."""
    return assist_json(await sheet(request.user, assist_id))


@get("/api/v1/assists", guards=[requires("assist.read")], tags=TAGS)
async def get_assists(
    request: SignedRequest,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = LIMIT,
    narrowed: Annotated[str, QueryParameter(name="state", description="open, ended, or one state")] = "",
    exercise: FromQuery[bool | None] = None,
) -> dict[str, Any]:
    """Those the caller may see, newest first; `exercise` narrows to drills, or leaves them out."""
    wanted = read_limit(limit)
    found = await page_of(
        request.user, state=narrowed, exercise=exercise, cursor=read_cursor(cursor), limit=wanted
    )
    page, more = paged(found, wanted, lambda line: (line.assist.received_at, line.assist.id))
    return listing([line_json(line) for line in page], more)


@patch(PATH, guards=[requires("assist.raise")], tags=TAGS)
async def patch_assist(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.AssistChange]
) -> Response[Any]:
    """Reason, note, dangers, 接警编号 and the rest that is said after the press."""
    return await done(request, assist_id, change, data)


@post(f"{PATH}/positions", guards=[requires("assist.raise")], tags=TAGS)
async def post_positions(
    request: SignedRequest, assist_id: FromPath[UUID], data: JSONBody[bodies.PositionsBody]
) -> Response[Any]:
    """Where whoever called is, and a responder from 出警 to 到场; an Idempotency-Key is required."""
    return await done(request, assist_id, move, data)


ROUTES = [put_assist, get_assist, get_assists, patch_assist, post_positions]
