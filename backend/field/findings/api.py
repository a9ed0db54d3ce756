"""The API of findings: /api/v1/patrols/{uuid}/findings."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, delete, get, patch, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.types import ControllerRouterHandler

from backend.field.findings.bodies import FindingBody, FindingChange
from backend.field.findings.commands.change import change
from backend.field.findings.commands.creation import create
from backend.field.findings.commands.removal import remove
from backend.field.findings.queries.matter import matter_of
from backend.field.findings.queries.visible import listed, similar, visible
from backend.field.findings.showing import finding_json, similar_json
from backend.field.patrols.queries.visible import load
from backend.foundation.now import now
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.positions import on_earth
from backend.foundation.preferences import preferences
from backend.foundation.web.api import answer, listing, paged, read_cursor, read_limit, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

PATH = "/api/v1/patrols/{patrol_id:uuid}/findings"
TAGS = ["findings"]


@put(f"{PATH}/{{finding_id:uuid}}", guards=[requires("finding.write")], tags=TAGS)
async def put_finding(
    request: SignedRequest,
    patrol_id: FromPath[UUID],
    finding_id: FromPath[UUID],
    data: JSONBody[FindingBody],
) -> Response[Any]:
    """Note a finding; `similar` hints at findings like it nearby."""
    sender = sender_of(request)
    received = await create(sender, patrol_id, finding_id, data)
    return await _answered(sender, received, patrol_id, finding_id)


@patch(f"{PATH}/{{finding_id:uuid}}", guards=[requires("finding.write")], tags=TAGS)
async def patch_finding(
    request: SignedRequest,
    patrol_id: FromPath[UUID],
    finding_id: FromPath[UUID],
    data: JSONBody[FindingChange],
) -> Response[Any]:
    """Change a finding on an open patrol."""
    sender = sender_of(request)
    received = await change(sender, patrol_id, finding_id, data)
    return await _answered(sender, received, patrol_id, finding_id)


@delete(f"{PATH}/{{finding_id:uuid}}", guards=[requires("finding.write")], tags=TAGS, status_code=200)
async def delete_finding(
    request: SignedRequest, patrol_id: FromPath[UUID], finding_id: FromPath[UUID]
) -> Response[Any]:
    """Take a finding down from an open patrol; the record comes back with `removed_at`."""
    sender = sender_of(request)
    received = await remove(sender, patrol_id, finding_id)
    return await _answered(sender, received, patrol_id, finding_id)


@get(f"{PATH}/{{finding_id:uuid}}", guards=[requires("patrol.read")], tags=TAGS)
async def get_finding(
    request: SignedRequest, patrol_id: FromPath[UUID], finding_id: FromPath[UUID]
) -> dict[str, Any]:
    """One finding, with those like it nearby."""
    return await _shown(request.user, patrol_id, finding_id)


@get(PATH, guards=[requires("patrol.read")], tags=TAGS)
async def get_findings(
    request: SignedRequest,
    patrol_id: FromPath[UUID],
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
) -> dict[str, Any]:
    """The findings of a patrol, newest first; removed ones are left out."""
    person, wanted = request.user, read_limit(limit)
    await load(person, patrol_id)
    found = await listed(person, patrol_id, read_cursor(cursor), wanted)
    settings = await preferences(person.township_id)
    page, more = paged(found, wanted, lambda signed: (signed.finding.found_at, signed.finding.id))
    return listing([finding_json(signed, settings) for signed in page], more)


@get("/api/v1/findings/similar", guards=[requires("finding.write")], tags=TAGS)
async def get_similar(
    request: SignedRequest,
    category: Annotated[str, QueryParameter(max_length=40)],
    lat: FromQuery[float],
    lon: FromQuery[float],
    own: FromQuery[UUID | None] = None,
) -> dict[str, Any]:
    """Findings of the same category close by, nearest first; `own` is the one being written."""
    on_earth(lat, lon)
    near = await similar(request.user, category, lat, lon, now(), but=own or UUID(int=0))
    return {"items": similar_json(near)}


async def _answered(sender: Sender, received: Received, patrol_id: UUID, finding_id: UUID) -> Response[Any]:
    return answer(received, await _shown(sender.person, patrol_id, finding_id))


async def _shown(person: Person, patrol_id: UUID, finding_id: UUID) -> dict[str, Any]:
    signed = await visible(person, patrol_id, finding_id)
    finding = signed.finding
    near = await similar(person, finding.category, finding.lat, finding.lon, finding.found_at, but=finding_id)
    settings = await preferences(person.township_id)
    matter = await matter_of(finding)
    named = {"matter_name": matter.name if matter else None}
    return finding_json(signed, settings) | named | {"similar": similar_json(near)}


ROUTES: list[ControllerRouterHandler] = [
    put_finding,
    patch_finding,
    delete_finding,
    get_finding,
    get_findings,
    get_similar,
]
