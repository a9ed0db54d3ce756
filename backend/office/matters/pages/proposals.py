"""动态调整: a department proposes by its notice, the township answers."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.journal import timeline
from backend.foundation.now import local, now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters import typed
from backend.office.matters.commands.proposals import accept, decline, propose, withdraw
from backend.office.matters.commands.writing import Act, act_of
from backend.office.matters.pages.addresses import Code
from backend.office.matters.pages.form import Asked, blank, filled, form
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.matter import Sheet, sheet
from backend.office.matters.queries.proposals import ANSWERS, Proposal, proposal_of
from backend.office.matters.queries.reach import Whose, list_of
from backend.office.matters.rules.differing import differences
from backend.office.matters.rules.faults import refuse
from backend.office.matters.rules.matter import STANDINGS
from backend.office.matters.sentences import told

PROPOSE, MANAGE = [requires("matters.propose")], [requires("matters.manage")]


@get("/matters/proposals/new", guards=PROPOSE)
async def new_proposal(request: SignedRequest, township: Code = "") -> Template:
    """A notice about a matter that is not on the list yet."""
    whose = await list_of(request.user, township)
    return form(request, _asked(whose, blank()), await directory_of(whose.id))


@get("/matters/{matter_id:uuid}/proposals/new", guards=PROPOSE)
async def new_proposal_on(request: SignedRequest, matter_id: FromPath[UUID]) -> Template:
    """A notice about a matter of the list, with what its newest version says."""
    found = await sheet(request.user, matter_id, now())
    directory = await directory_of(found.whose.id)
    return form(request, _asked(found.whose, filled(found, directory), found), directory)


@post("/matters/proposals", guards=PROPOSE)
async def create_proposal(request: SignedRequest) -> Template | Redirect:
    """Put it before the township; a refusal shows the form again with everything that was typed."""
    sent = await read_form(request)
    whose, matter = await _about(request, sent.text("township"), sent.text("matter"))
    cells, directory = typed.cells(sent), await directory_of(whose.id)
    cells |= {"code": matter.code} if matter else {}
    draft, read = typed.read(cells, directory)
    try:
        refuse(read.faults)
        act = Act(whose.id, request.user.id, now())
        proposal = await propose(whose, matter.id if matter else None, draft, request.user, act)
    except Refusal as refusal:
        return form(request, _asked(whose, cells, matter), directory, refusal)
    return Redirect(f"/matters/proposals/{proposal}", status_code=303)


@get("/matters/proposals/{proposal_id:uuid}", guards=[requires("matters.discuss")])
async def show_proposal(request: SignedRequest, proposal_id: FromPath[UUID]) -> Template:
    """What is proposed beside what stands, and what became of it."""
    return await _shown(request, await proposal_of(request.user, proposal_id))


@post("/matters/proposals/{proposal_id:uuid}/acceptance", guards=MANAGE)
async def accept_proposal(request: SignedRequest, proposal_id: FromPath[UUID]) -> Template | Redirect:
    """采纳, from the day the township says."""
    found, sent = await proposal_of(request.user, proposal_id), await read_form(request)
    day, faults = typed.day(sent, "effective_on")
    try:
        refuse(faults)
        matter = await accept(found, day, typed.version(sent), act_of(request.user, now()))
    except Refusal as refusal:
        return await _shown(request, found, refusal, sent.text("effective_on"))
    return Redirect(f"/matters/{matter}", status_code=303)


@post("/matters/proposals/{proposal_id:uuid}/refusal", guards=MANAGE)
async def decline_proposal(request: SignedRequest, proposal_id: FromPath[UUID]) -> Redirect:
    """不采纳, with the reason."""
    found, sent = await proposal_of(request.user, proposal_id), await read_form(request)
    await decline(found, sent.text("words"), act_of(request.user, now()))
    return Redirect(f"/matters/proposals/{proposal_id}", status_code=303)


@post("/matters/proposals/{proposal_id:uuid}/withdrawal", guards=PROPOSE)
async def withdraw_proposal(request: SignedRequest, proposal_id: FromPath[UUID]) -> Redirect:
    """撤回 by the body that proposed it."""
    found = await proposal_of(request.user, proposal_id)
    await withdraw(found, request.user, Act(found.township, request.user.id, now()))
    return Redirect(f"/matters/proposals/{proposal_id}", status_code=303)


def _asked(whose: Whose, cells: typed.Cells, matter: Sheet | None = None) -> Asked:
    back = f"/matters/{matter.id}" if matter else "/matters/upkeep"
    return Asked("proposal", "/matters/proposals", back, cells, matter, whose)


async def _about(request: SignedRequest, township: str, matter: str) -> tuple[Whose, Sheet | None]:
    """Whose list and which matter the form was drawn for; refuses a stranger's `not_found`."""
    if not matter:
        return await list_of(request.user, township), None
    try:
        found = await sheet(request.user, UUID(matter), now())
    except ValueError:
        raise Refusal("not_found") from None
    return found.whose, found


async def _shown(
    request: SignedRequest, found: Proposal, refusal: Refusal | None = None, day: str = ""
) -> Template:
    at = now()
    standing = await sheet(request.user, found.matter, at) if found.matter else None
    newest = standing.newest if standing else None
    return page(
        request,
        "matters/proposal.html",
        status=refusal.status if refusal else 200,
        current="matters",
        proposal=found,
        matter=standing,
        newest=newest,
        changes=differences(newest.content if newest else None, found.content),
        answers=ANSWERS,
        standings=STANDINGS,
        day=day or max(found.effective_on, local(at).date()).isoformat(),
        own=request.user.unit_id == found.body,
        refusal=refusal,
        moments=await timeline("matter_proposal", found.id),
        told=told,
    )


ROUTES = [
    new_proposal,
    new_proposal_on,
    create_proposal,
    show_proposal,
    accept_proposal,
    decline_proposal,
    withdraw_proposal,
]
