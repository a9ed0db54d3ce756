"""Telling a body, reading one notification, listing them."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.casework.hazards.api.answering import PATH, TAGS, done
from backend.casework.hazards.bodies import HazardBody
from backend.casework.hazards.commands.notifying import notify
from backend.casework.hazards.queries.listed import page_of
from backend.casework.hazards.queries.sheet import sheet
from backend.casework.hazards.queries.visible import load
from backend.casework.hazards.showing import hazard_json, line_json
from backend.foundation.evidence.brought import picture
from backend.foundation.evidence.serving import Variant, content
from backend.foundation.now import now
from backend.foundation.positions import on_map
from backend.foundation.web.api import listing, paged, read_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.places.queries import sketch


@put(PATH, guards=[requires("hazard.tell")], tags=TAGS)
async def put_hazard(
    request: SignedRequest, hazard_id: FromPath[UUID], data: JSONBody[HazardBody]
) -> Response[Any]:
    """通报: the competent body has it the moment this is answered."""
    return await done(request, hazard_id, notify, data)


@get(PATH, guards=[requires("hazard.read")], tags=TAGS)
async def get_hazard(request: SignedRequest, hazard_id: FromPath[UUID]) -> dict[str, Any]:
    """One notification with every step, as far as it is the caller's side to see."""
    return hazard_json(await sheet(request.user, hazard_id, now()))


@get("/api/v1/hazards", guards=[requires("hazard.read")], tags=TAGS)
async def get_hazards(
    request: SignedRequest,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
    narrowed: Annotated[
        str, QueryParameter(name="state", description="open, waiting, ended, or one state")
    ] = "",
    q: FromQuery[str] = "",
) -> dict[str, Any]:
    """One's own township's and those told to one's own body, newest first."""
    wanted = read_limit(limit)
    found = await page_of(
        request.user, now(), words=q, state=narrowed, cursor=read_cursor(cursor), limit=wanted
    )
    page, more = paged(found, wanted, lambda line: (line[0].hazard.received_at, line[0].hazard.id))
    return listing([line_json(named, waiting, named.side(request.user)) for named, waiting in page], more)


@get(f"{PATH}/place.geojson", guards=[requires("hazard.read")], tags=TAGS, media_type="application/geo+json")
async def get_place(request: SignedRequest, hazard_id: FromPath[UUID]) -> dict[str, Any]:
    """Where it is, for the map."""
    return on_map("hazard", (await load(request.user, hazard_id)).hazard)


@get(f"{PATH}/sketch.geojson", guards=[requires("hazard.read")], tags=TAGS, media_type="application/geo+json")
async def get_ground(request: SignedRequest, hazard_id: FromPath[UUID]) -> dict[str, Any]:
    """The map of the township it is in: a county body has none of its own."""
    return await sketch((await load(request.user, hazard_id)).hazard.township)


@get(f"{PATH}/photos/{{photo_id:uuid}}/content", guards=[requires("hazard.read")], tags=TAGS)
async def get_photo(
    request: SignedRequest,
    hazard_id: FromPath[UUID],
    photo_id: FromPath[UUID],
    variant: FromQuery[Variant] = "original",
) -> Response[Any]:
    """A photo that was brought along from the record it came from."""
    named = await load(request.user, hazard_id)
    return await content(request, await picture(named.hazard.brought, photo_id), variant)


ROUTES = [put_hazard, get_hazard, get_hazards, get_place, get_ground, get_photo]
