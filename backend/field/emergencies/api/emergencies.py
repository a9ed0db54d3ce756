"""Opening an emergency, its log; reading one, listing them."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.field.emergencies.api.answering import PATH, TAGS, answered
from backend.field.emergencies.bodies import EmergencyBody, EntryBody
from backend.field.emergencies.commands.entering import enter
from backend.field.emergencies.commands.opening import open_one
from backend.field.emergencies.queries.listed import page_of
from backend.field.emergencies.queries.sheet import sheet
from backend.field.emergencies.queries.visible import load
from backend.field.emergencies.showing import emergency_json, line_json
from backend.foundation.positions import on_map
from backend.foundation.web.api import listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@put(PATH, guards=[requires("emergency.open")], tags=TAGS)
async def put_emergency(
    request: SignedRequest, emergency_id: FromPath[UUID], data: JSONBody[EmergencyBody]
) -> Response[Any]:
    """开始处置: who directs and whoever is called in have it the moment this is answered."""
    sender = sender_of(request)
    return await answered(sender, emergency_id, await open_one(sender, emergency_id, data))


@put(f"{PATH}/entries/{{entry_id:uuid}}", guards=[requires("emergency.log")], tags=TAGS)
async def put_entry(
    request: SignedRequest,
    emergency_id: FromPath[UUID],
    entry_id: FromPath[UUID],
    data: JSONBody[EntryBody],
) -> Response[Any]:
    """记一条: never changed; a later one may correct it."""
    sender = sender_of(request)
    return await answered(sender, emergency_id, await enter(sender, emergency_id, entry_id, data))


@get(PATH, guards=[requires("emergency.read")], tags=TAGS)
async def get_emergency(request: SignedRequest, emergency_id: FromPath[UUID]) -> dict[str, Any]:
    """One emergency with its log, its people and what belongs to it."""
    return emergency_json(await sheet(request.user, emergency_id))


@get("/api/v1/emergencies", guards=[requires("emergency.read")], tags=TAGS)
async def get_emergencies(
    request: SignedRequest,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
    narrowed: Annotated[str, QueryParameter(name="state", description="open or ended")] = "",
    q: FromQuery[str] = "",
) -> dict[str, Any]:
    """The township's for who directs there, else those one was called to, newest first."""
    wanted = read_limit(limit)
    found = await page_of(request.user, words=q, state=narrowed, cursor=read_cursor(cursor), limit=wanted)
    page, more = paged(
        found, wanted, lambda line: (line.named.emergency.received_at, line.named.emergency.id)
    )
    return listing([line_json(line) for line in page], more)


@get(
    f"{PATH}/place.geojson", guards=[requires("emergency.read")], tags=TAGS, media_type="application/geo+json"
)
async def get_place(request: SignedRequest, emergency_id: FromPath[UUID]) -> dict[str, Any]:
    """Where it is, for the map."""
    return on_map("hazard", (await load(request.user, emergency_id)).emergency)


ROUTES = [put_emergency, put_entry, get_emergency, get_emergencies, get_place]
