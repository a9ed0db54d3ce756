"""Numbers for when there is no network, and where calls are on a map."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.field.assists.api.answering import PATH, TAGS
from backend.field.assists.mapping import features_of, open_features
from backend.field.assists.queries.lines import lines_for
from backend.field.assists.queries.listed import open_ones
from backend.field.assists.queries.sheet import sheet
from backend.foundation.now import now
from backend.foundation.web.api import listing
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.duty.queries.presence import on_duty_with

GEOJSON = "application/geo+json"


@get("/api/v1/assists/lines", guards=[requires("assist.raise")], tags=TAGS)
async def get_lines(request: SignedRequest) -> dict[str, Any]:
    """Whom to call and write to, in this order, when the network is gone: a phone keeps them beforehand."""
    found = await lines_for(request.user, await on_duty_with(request.user, now()))
    return listing([asdict(each) for each in found])


@get("/api/v1/assists.geojson", guards=[requires("assist.read")], tags=TAGS, media_type=GEOJSON)
async def get_open_geojson(request: SignedRequest) -> dict[str, Any]:
    """Every open call the caller may see, as points."""
    return {"type": "FeatureCollection", "features": open_features(await open_ones(request.user))}


@get(f"{PATH}/place.geojson", guards=[requires("assist.read")], tags=TAGS, media_type=GEOJSON)
async def get_place_geojson(request: SignedRequest, assist_id: FromPath[UUID]) -> dict[str, Any]:
    """The call, the last stretch of the track before it, and who is under way to it."""
    return {"type": "FeatureCollection", "features": features_of(await sheet(request.user, assist_id))}


ROUTES = [get_lines, get_open_geojson, get_place_geojson]
