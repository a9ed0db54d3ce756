"""Key places and the sketch for scripts, phones and maps."""

from typing import Any
from uuid import UUID

from litestar import Response, get, patch, put
from litestar.params import FromPath, JSONBody

from backend.foundation.outbox import receive_act, receive_put
from backend.foundation.web.api import answer, idempotency_key, listing
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.places import commands, queries
from backend.office.places.queries import visible
from backend.office.places.wire import PlaceBody, PlaceChange, place_json


@get("/api/v1/places", guards=[requires("places.read")], tags=["places"])
async def list_places(request: SignedRequest) -> dict[str, Any]:
    """The key places in use; a township has dozens, so they come on one page."""
    found = await queries.places_of(request.user.township_id)
    return listing([place_json(key_place) for key_place in found])


@get(
    "/api/v1/sketch.geojson",
    guards=[requires("places.read")],
    tags=["places"],
    media_type="application/geo+json",
)
async def show_sketch(request: SignedRequest) -> dict[str, Any]:
    """The township's own map: boundary, water, roads, built-up parts, key places."""
    return await queries.sketch(request.user.township_id)


@put(
    "/api/v1/places/{place_id:uuid}",
    guards=[requires("places.manage")],
    tags=["places"],
)
async def put_place(
    request: SignedRequest, place_id: FromPath[UUID], data: JSONBody[PlaceBody]
) -> Response[Any]:
    """Add a key place."""
    by, fields = request.user, data.fields()

    received = await receive_put(
        by, "place", place_id, data, create=lambda: commands.add(place_id, fields, by)
    )
    return answer(received, place_json(await visible(by, place_id)))


@patch(
    "/api/v1/places/{place_id:uuid}",
    guards=[requires("places.manage")],
    tags=["places"],
)
async def patch_place(
    request: SignedRequest, place_id: FromPath[UUID], data: JSONBody[PlaceChange]
) -> Response[Any]:
    """Change a key place, or take it out of use with `active`."""
    by, fields = request.user, data.fields()
    received = await receive_act(
        by,
        ("place", place_id),
        lambda: commands.change(place_id, fields, by),
        content=data,
        noun="change",
        key=idempotency_key(request),
    )
    return answer(received, place_json(await visible(by, place_id)))


ROUTES = [list_places, show_sketch, put_place, patch_place]
