"""The first report, reading one incident, listing them."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.field.incidents.api.answering import PATH, TAGS, done
from backend.field.incidents.bodies import IncidentBody
from backend.field.incidents.commands.opening import report_first
from backend.field.incidents.queries.listed import page_of
from backend.field.incidents.queries.sheet import sheet
from backend.field.incidents.queries.visible import load
from backend.field.incidents.showing import incident_json, line_json
from backend.foundation.evidence.brought import picture
from backend.foundation.evidence.serving import Variant, content
from backend.foundation.now import now
from backend.foundation.positions import on_map
from backend.foundation.web.api import listing, paged, read_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.places.queries import sketch


@put(PATH, guards=[requires("incident.write")], tags=TAGS)
async def put_incident(
    request: SignedRequest, incident_id: FromPath[UUID], data: JSONBody[IncidentBody]
) -> Response[Any]:
    """首报: the township's command and the bodies it goes to have it the moment this is answered."""
    return await done(request, incident_id, report_first, data)


@get(PATH, guards=[requires("incident.read")], tags=TAGS)
async def get_incident(request: SignedRequest, incident_id: FromPath[UUID]) -> dict[str, Any]:
    """One incident with its reports, steps and limits, as far as it is the caller's side to see."""
    return incident_json(await sheet(request.user, incident_id), now())


@get("/api/v1/incidents", guards=[requires("incident.read")], tags=TAGS)
async def get_incidents(
    request: SignedRequest,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
    narrowed: Annotated[str, QueryParameter(name="state", description="open, ended, or one state")] = "",
    q: FromQuery[str] = "",
) -> dict[str, Any]:
    """One's own township's and those reported to one's own body, newest first."""
    wanted = read_limit(limit)
    found = await page_of(request.user, words=q, state=narrowed, cursor=read_cursor(cursor), limit=wanted)
    page, more = paged(found, wanted, lambda line: (line.named.incident.received_at, line.named.incident.id))
    at = now()
    return listing([line_json(line, at) for line in page], more)


@get(
    f"{PATH}/place.geojson", guards=[requires("incident.read")], tags=TAGS, media_type="application/geo+json"
)
async def get_place(request: SignedRequest, incident_id: FromPath[UUID]) -> dict[str, Any]:
    """Where it is, for the map."""
    return on_map("hazard", (await load(request.user, incident_id)).incident)


@get(
    f"{PATH}/sketch.geojson", guards=[requires("incident.read")], tags=TAGS, media_type="application/geo+json"
)
async def get_ground(request: SignedRequest, incident_id: FromPath[UUID]) -> dict[str, Any]:
    """The map of the township it is in: a county body has none of its own."""
    return await sketch((await load(request.user, incident_id)).incident.township)


@get(f"{PATH}/photos/{{photo_id:uuid}}/content", guards=[requires("incident.read")], tags=TAGS)
async def get_photo(
    request: SignedRequest,
    incident_id: FromPath[UUID],
    photo_id: FromPath[UUID],
    variant: FromQuery[Variant] = "original",
) -> Response[Any]:
    """A photo that was brought along from the record it came from."""
    named = await load(request.user, incident_id)
    return await content(request, await picture(named.incident.brought, photo_id), variant)


ROUTES = [put_incident, get_incident, get_incidents, get_place, get_ground, get_photo]
