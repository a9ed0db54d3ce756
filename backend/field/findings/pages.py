"""记一条: the form on the phone, and one finding read."""

from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.field.findings.queries.page import FindingPage, finding_page
from backend.field.findings.rules.dispositions import CATEGORIES, DISPOSITIONS
from backend.field.findings.rules.party import AGES, KINDS
from backend.field.patrols.queries.sheet import Sheet, sheet
from backend.field.patrols.rules.access import may_contribute
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.evidence.strips import strip
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest

OTHER = "其他"
SOURCES = {"gps": "卫星定位", "map": "地图上选", "none": "没有定位"}


@get("/patrols/{patrol_id:uuid}/findings/new", guards=[requires("finding.write")])
async def write_new(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """An empty form; its id is made on the phone."""
    return await _form(request, await _open_sheet(request, patrol_id), None)


@get("/patrols/{patrol_id:uuid}/findings/{finding_id:uuid}", guards=[requires("patrol.read")])
async def show(request: SignedRequest, patrol_id: FromPath[UUID], finding_id: FromPath[UUID]) -> Template:
    """One finding with its photos and place."""
    person = request.user
    found = await sheet(person, patrol_id, now())
    finding = await finding_page(patrol_id, finding_id)
    may_change = found.patrol.open and may_contribute(person, found.patrol, found.crew)
    photos = await _photos(found, finding_id)
    return page(
        request,
        "findings/show.html",
        current="patrols",
        patrol=found.patrol,
        finding=finding,
        may_change=may_change and finding.removed_at is None,
        strip=await strip(person, "finding", finding_id, photos, open_=may_change),
        place_words=_place_words(finding),
        dispositions=DISPOSITIONS,
        kinds=KINDS,
        ages=AGES,
        acting_names=_acting_names(finding, found),
    )


@get("/patrols/{patrol_id:uuid}/findings/{finding_id:uuid}/edit", guards=[requires("finding.write")])
async def edit(request: SignedRequest, patrol_id: FromPath[UUID], finding_id: FromPath[UUID]) -> Template:
    """The same form, filled; what changed elsewhere meanwhile is told when it is sent."""
    found = await _open_sheet(request, patrol_id)
    return await _form(request, found, await finding_page(patrol_id, finding_id))


async def _open_sheet(request: SignedRequest, patrol_id: UUID) -> Sheet:
    found = await sheet(request.user, patrol_id, now())
    if found.patrol.filed_at:
        raise Refusal("filed")
    if not found.patrol.open:
        raise Refusal("patrol_not_open")
    if not may_contribute(request.user, found.patrol, found.crew):
        raise Refusal("not_allowed")
    return found


async def _form(request: SignedRequest, found: Sheet, finding: FindingPage | None) -> Template:
    photos = await _photos(found, finding.id) if finding else []
    return page(
        request,
        "findings/form.html",
        current="patrols",
        patrol=found.patrol,
        finding=finding,
        power=found.power,
        settings=found.settings,
        strip=await strip(request.user, "finding", finding.id if finding else None, photos),
        place_words=_place_words(finding) if finding else "正在定位，最多等20秒",
        position_inputs=_position_inputs(finding),
        category_options=[(word, word) for word in _categories(finding)],
        disposition_options=list(DISPOSITIONS.items()),
        acting_options=[
            (stay.username, stay.name) for stay in found.crew if stay.username in found.power.officers
        ],
        acting_chosen=finding.acting if finding else list(found.power.officers[:2]),
        party_kinds=list(KINDS.items()),
        party_ages=list(AGES.items()),
    )


async def _photos(found: Sheet, finding_id: UUID) -> list[Photo]:
    hung = await photos_of("finding", [finding_id], found.patrol.township)
    return hung.get(finding_id, [])


def _acting_names(finding: FindingPage, found: Sheet) -> str:
    names = {stay.username: stay.name for stay in found.crew}
    return "、".join(names.get(username, username) for username in finding.acting)


def _categories(finding: FindingPage | None) -> list[str]:
    """The usual words, and the finding's own where it is another."""
    own = [finding.category] if finding and finding.category not in (*CATEGORIES, OTHER, "") else []
    return [*own, *CATEGORIES, OTHER]


def _position_inputs(finding: FindingPage | None) -> list[tuple[str, Any, str]]:
    """Hidden inputs of the place: name, value, type."""
    return [
        ("lat", finding.lat if finding and finding.lat is not None else "", "number"),
        ("lon", finding.lon if finding and finding.lon is not None else "", "number"),
        ("accuracy_m", finding.accuracy_m if finding and finding.accuracy_m is not None else "", "number"),
        ("source", finding.position_source if finding else "none", ""),
    ]


def _place_words(finding: FindingPage) -> str:
    if finding.lat is None or finding.lon is None:
        return SOURCES["none"]
    error = f" ±{round(finding.accuracy_m)}米" if finding.accuracy_m is not None else ""
    return f"{SOURCES[finding.position_source]}{error} · {finding.lat:.5f}, {finding.lon:.5f}（WGS-84）"


ROUTES = [write_new, show, edit]
