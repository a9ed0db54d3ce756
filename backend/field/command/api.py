"""The situation for screens and scripts, and what phones say of where they are."""

from typing import Any

from litestar import delete, get, put
from litestar.params import JSONBody

from backend.field.command.bodies import Shared
from backend.field.command.commands import sharing
from backend.field.command.queries.situation import situation
from backend.field.command.rules.reach import own_township
from backend.field.command.showing import features, situation_json
from backend.foundation.now import now
from backend.foundation.web.api import iso, sender_of
from backend.foundation.web.bodies import JsonBody
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

TAGS = ["command"]


@get("/api/v1/command", guards=[requires("command.read")], tags=TAGS)
async def get_situation(request: SignedRequest) -> dict[str, Any]:
    """Who is on duty and where, open calls, running patrols, violations that go on, what is late, open tasks."""
    person = request.user
    return situation_json(await situation(person, own_township(person), now()))


@get(
    "/api/v1/command/situation.geojson",
    guards=[requires("command.read")],
    tags=TAGS,
    media_type="application/geo+json",
)
async def get_features(request: SignedRequest) -> dict[str, Any]:
    """The same as points on a map."""
    person = request.user
    return features(await situation(person, own_township(person), now()))


@put("/me/position", guards=[requires("place.share")], dto=JsonBody, return_dto=None)
async def put_position(request: SignedRequest, data: JSONBody[Shared]) -> dict[str, Any]:
    """This phone says where its officer is; again and again, the last word counts."""
    return {"shared_at": iso(await sharing.share(sender_of(request), data))}


@delete("/me/position", guards=[requires("place.share")], status_code=200)
async def delete_position(request: SignedRequest) -> dict[str, Any]:
    """不再共享: what there was is erased."""
    await sharing.stop(request.user.id)
    return {"shared_at": None}


ROUTES = [get_situation, get_features]
REPORTING = [put_position, delete_position]
