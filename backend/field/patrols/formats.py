"""Files a patrol can be had as, by the ending of its address. Rooms above this one add theirs (the paper page)."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from litestar import Response

from backend.field.patrols.queries.outing import outing
from backend.field.patrols.track_files import geojson, gpx
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.web.files import kept_as

Writer = Callable[[Person, UUID], Awaitable[Response[Any]]]

_writers: dict[str, Writer] = {}


def offer(ending: str, writer: Writer) -> None:
    """Answer `/api/v1/patrols/{uuid}.ending` with what `writer` makes."""
    _writers[ending] = writer


async def written(person: Person, patrol_id: UUID, ending: str) -> Response[Any]:
    """The patrol in that form; refuses `not_found` for an ending nobody offers and to a stranger."""
    writer = _writers.get(ending)
    if writer is None:
        raise Refusal("not_found")
    return await writer(person, patrol_id)


def download(content: bytes, media_type: str, file_name: str) -> Response[bytes]:
    """A file to keep; `file_name` in ASCII."""
    headers = {"Content-Disposition": kept_as(file_name)}
    return Response(content, media_type=media_type, headers=headers)


async def _geojson(person: Person, patrol_id: UUID) -> Response[Any]:
    content = geojson(*await outing(person, patrol_id, now()))
    return download(content, "application/geo+json", f"patrol-{patrol_id}.geojson")


async def _gpx(person: Person, patrol_id: UUID) -> Response[Any]:
    content = gpx(*await outing(person, patrol_id, now()))
    return download(content, "application/gpx+xml", f"patrol-{patrol_id}.gpx")


offer("geojson", _geojson)
offer("gpx", _gpx)
