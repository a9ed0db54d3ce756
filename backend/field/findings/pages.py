"""记一条: the form on the phone, one finding read, and the long list of a patrol with very many."""

from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.casework.handoffs.queries.thread import threads_of
from backend.casework.hazards.cards import Card, card
from backend.casework.hazards.queries.listed import of_origin
from backend.casework.parties import AGES, KINDS
from backend.field.findings import here
from backend.field.findings.form import form_for
from backend.field.findings.queries.matter import matter_of
from backend.field.findings.queries.visible import Signed, visible
from backend.field.findings.rules.access import may_change
from backend.field.findings.rules.finding import Finding
from backend.field.patrols.queries.findings import finding_list
from backend.field.patrols.queries.on_map import on_map
from backend.field.patrols.queries.sheet import Sheet, sheet
from backend.field.patrols.queries.visible import load
from backend.field.patrols.rules.access import may_contribute
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.timeline import lines
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.evidence.strips import strip
from backend.foundation.journal import timeline
from backend.foundation.now import now
from backend.foundation.outbox import is_trusted
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal, demand
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import Before, SignedRequest
from backend.office.matters import verdict

PATH = "/patrols/{patrol_id:uuid}/findings"


@get(PATH, guards=[requires("patrol.read")])
async def show_list(request: SignedRequest, patrol_id: FromPath[UUID], before: Before = None) -> Template:
    """Findings of a patrol, two hundred at a time, the newest first."""
    found = await load(request.user, patrol_id)
    listed = await finding_list(patrol_id, before)
    return page(request, "findings/list.html", current="patrols", patrol=found.patrol, listed=listed)


@get(f"{PATH}/new", guards=[requires("finding.write")])
async def write_new(request: SignedRequest, patrol_id: FromPath[UUID]) -> Template:
    """An empty form; its id is made on the phone."""
    found = await _open_sheet(request, patrol_id)
    demand(may_contribute(request.user, found.patrol, found.crew))
    return await _form(request, found, None)


@get(f"{PATH}/{{finding_id:uuid}}", guards=[requires("patrol.read")])
async def show(request: SignedRequest, patrol_id: FromPath[UUID], finding_id: FromPath[UUID]) -> Template:
    """One finding with its photos and place; what was taken down stays readable."""
    signed = await visible(request.user, patrol_id, finding_id)
    at = now()
    found = await sheet(request.user, patrol_id, at)
    happened = await timeline("finding", finding_id)
    return page(
        request,
        "findings/show.html",
        current="patrols",
        on_map=await on_map(found.patrol, at, found.settings),
        lines=lines(happened, {stay.username: stay.name for stay in found.crew}),
        **await _shown(request.user, found, signed),
    )


@get(f"{PATH}/{{finding_id:uuid}}/edit", guards=[requires("finding.write")])
async def edit(request: SignedRequest, patrol_id: FromPath[UUID], finding_id: FromPath[UUID]) -> Template:
    """The same form, filled; what changed elsewhere meanwhile is told when it is sent."""
    found = await _open_sheet(request, patrol_id)
    finding = (await visible(request.user, patrol_id, finding_id)).finding
    if finding.removed_at is not None:
        raise Refusal("gone")
    demand(_may_write(request.user, found, finding))
    return await _form(request, found, finding)


async def _open_sheet(request: SignedRequest, patrol_id: UUID) -> Sheet:
    """A patrol that takes findings; refuses what the API would refuse once the form is filled in."""
    found = await sheet(request.user, patrol_id, now())
    if found.patrol.filed_at:
        raise Refusal("filed")
    if found.patrol.cancelled_at:
        raise Refusal("patrol_not_open")
    if found.patrol.started_at is None:
        raise Refusal("patrol_not_started")
    return found


async def _form(request: SignedRequest, found: Sheet, finding: Finding | None) -> Template:
    photos, matter = await _photos(found, finding.id) if finding else [], await matter_of(finding)
    return page(
        request,
        "findings/form.html",
        current="patrols",
        patrol=found.patrol,
        finding=finding,
        power=found.power,
        settings=found.settings,
        strip=await strip(request.user, "finding", finding.id if finding else None, photos),
        form=form_for(finding, found.crew, found.power),
        matter=matter,
        competence=verdict(matter) if matter else "",
    )


async def _shown(person: Person, found: Sheet, signed: Signed) -> dict[str, Any]:
    finding, changes = signed.finding, _may_write(person, found, signed.finding)
    names, matter = {stay.username: stay.name for stay in found.crew}, await matter_of(finding)
    return {
        "patrol": found.patrol,
        "finding": finding,
        "signed": signed,
        "may_change": changes,
        "clock_wrong": not is_trusted(finding.clock_offset_s),
        "strip": await strip(person, "finding", finding.id, await _photos(found, finding.id), open_=changes),
        "place_words": finding.place_words,
        "matter": matter,
        "competence": verdict(matter) if matter else "",
        "disposition": DISPOSITIONS[finding.disposition],
        "party_kind": KINDS.get(finding.party_kind, ""),
        "party_age": AGES.get(finding.party_age, ""),
        "acting_names": "、".join(names.get(username, username) for username in finding.acted),
        "handoffs": (await threads_of(person, [finding.id]))[finding.id],
        "hazards": await _hazards(person, finding),
    }


async def _hazards(person: Person, finding: Finding) -> list[Card]:
    """What other bodies were told of it."""
    at = now()
    told = await of_origin(person, "finding", finding.id, at) if may(person, "hazard.read") else []
    return [card(named, waiting, named.side(person), at) for named, waiting in told]


def _may_write(person: Person, found: Sheet, finding: Finding) -> bool:
    """Whether this person may change or take down this finding now."""
    patrol = found.patrol
    takes_changes = patrol.open and finding.removed_at is None and may(person, "finding.write")
    return takes_changes and may_change(person, patrol, found.crew, finding.created_by)


async def _photos(found: Sheet, finding_id: UUID) -> list[Photo]:
    hung = await photos_of("finding", [finding_id], found.patrol.township)
    return hung.get(finding_id, [])


ROUTES = [show_list, write_new, show, edit, *here.ROUTES]
