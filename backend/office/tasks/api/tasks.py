"""Giving a task, reading one, listing them."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.foundation.now import now
from backend.foundation.positions import on_map
from backend.foundation.web.api import listing, paged, read_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.tasks.api.answering import PATH, TAGS, done
from backend.office.tasks.bodies import TaskBody
from backend.office.tasks.commands.giving import give
from backend.office.tasks.queries.listed import page_of
from backend.office.tasks.queries.sheet import sheet
from backend.office.tasks.queries.visible import load
from backend.office.tasks.showing import line_json, task_json


@put(PATH, guards=[requires("task.give")], tags=TAGS)
async def put_task(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[TaskBody]
) -> Response[Any]:
    """派单: whoever it is given to has it the moment this is answered."""
    return await done(request, task_id, give, data)


@get(PATH, guards=[requires("task.read")], tags=TAGS)
async def get_task(request: SignedRequest, task_id: FromPath[UUID]) -> dict[str, Any]:
    """One task with its limit, its photos and every step."""
    return task_json(await sheet(request.user, task_id), now())


@get("/api/v1/tasks", guards=[requires("task.read")], tags=TAGS)
async def get_tasks(
    request: SignedRequest,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
    narrowed: Annotated[
        str, QueryParameter(name="state", description="open, to_do, to_judge, ended, or one state")
    ] = "",
    q: FromQuery[str] = "",
) -> dict[str, Any]:
    """The township's, or what one's own unit gives and has to do, newest first."""
    wanted = read_limit(limit)
    found = await page_of(request.user, words=q, state=narrowed, cursor=read_cursor(cursor), limit=wanted)
    page, more = paged(found, wanted, lambda named: (named.task.received_at, named.task.id))
    return listing([line_json(named) for named in page], more)


@get(f"{PATH}/place.geojson", guards=[requires("task.read")], tags=TAGS, media_type="application/geo+json")
async def get_place(request: SignedRequest, task_id: FromPath[UUID]) -> dict[str, Any]:
    """Where it is to be done, for the map."""
    return on_map("task", (await load(request.user, task_id)).task)


ROUTES = [put_task, get_task, get_tasks, get_place]
