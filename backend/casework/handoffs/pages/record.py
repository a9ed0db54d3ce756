"""One handoff: where it stands, whose turn it is, its limits, material, papers and course."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.casework.handoffs.course import course, progress
from backend.casework.handoffs.invitations.senders_view import senders_view
from backend.casework.handoffs.outcome import outcome
from backend.casework.handoffs.papers import from_register
from backend.casework.handoffs.queries.delegations import Given, holding
from backend.casework.handoffs.queries.offered import offers_to
from backend.casework.handoffs.queries.papers import papers_of
from backend.casework.handoffs.queries.sheet import Sheet, handlers_of, sheet
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.approval import approver_words, approving_roles
from backend.casework.handoffs.rules.limits import EXTENDED
from backend.casework.handoffs.rules.materials import KINDS, missing_kinds, unexplained
from backend.casework.handoffs.rules.ongoing import STOP_WORDS, usual_act
from backend.casework.handoffs.rules.states import ACTS, PREPARING, WORDS
from backend.casework.handoffs.sentences import told
from backend.casework.handoffs.showing.facts import facts_in_words
from backend.casework.handoffs.showing.hand_over import hand_over
from backend.casework.handoffs.showing.handoff import case_content, standing
from backend.foundation.clocks import shown
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.journal import timeline, told_lines
from backend.foundation.mechanism import limit_sentence
from backend.foundation.mechanism.words import MATERIALS
from backend.foundation.now import local, now
from backend.foundation.people.identity import Person
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import is_fragment, page
from backend.foundation.web.request import SignedRequest

PATH = "/handoffs/{handoff_id:uuid}"


@get(PATH, guards=[requires("handoff.read")])
async def show(request: SignedRequest, handoff_id: FromPath[UUID]) -> Template:
    """To each side its own fields and its own next act; to the inbox the record alone."""
    found = await sheet(request.user, handoff_id)
    drawn = await _drawn(request.user, found, now())
    beside = is_fragment(request)
    return page(
        request, "handoffs/_record.html" if beside else "handoffs/show.html", current="handoffs", **drawn
    )


@get(f"{PATH}/timeline", guards=[requires("handoff.write")])
async def show_timeline(request: SignedRequest, handoff_id: FromPath[UUID]) -> Template:
    """What the journal holds, for the sender's people."""
    found = await sheet(request.user, handoff_id)
    happened = await timeline("handoff", handoff_id) if found.case.side == "sender" else []
    lines = told_lines(happened, told)
    return page(
        request, "handoffs/timeline.html", current="handoffs", lines=lines, handoff=found.case.handoff
    )


async def _drawn(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    case = found.case
    handoff, papers = case.handoff, await papers_of(case)
    offers = await offers_to(person, case, at)
    return {
        "handoff": handoff,
        "case": case,
        "seen": standing(case),
        "content": case_content(case),
        "offers": offers,
        "acts": ACTS,
        "words": WORDS,
        "limits": [shown(clock, at) for clock in found.limits],
        "steps": course(found, papers),
        "progress": progress(case.state, found.steps, at),
        "outcome": outcome(case, found.steps),
        "papers": papers,
        "handing": hand_over(found),
        "deputies": await _deputies(case, at),
        "contacts": found.contacts,
        "in_words": facts_in_words(handoff),
        "at": at,
        **_checklist(person, found),
        **_wording(case),
        "origins": found.origins,
        "brought": await _brought(found),
        **await senders_view(person, case),
        "bodies": _bodies(case),
        "from_register": await from_register(case, offers.acts.union(offers.behalf)),
    }


async def _deputies(case: Case, at: datetime) -> list[Given]:
    """Who decides in the approver's place today, for the sender's people."""
    if case.side != "sender":
        return []
    deciding = approving_roles(case.profile, case.body, case.handoff.direction)
    return await holding(case.handoff.from_body, local(at).date(), deciding)


def _wording(case: Case) -> dict[str, Any]:
    """The place's own words where a dialog quotes them."""
    profile, handoff = case.profile, case.handoff
    total = profile.in_force(EXTENDED)
    return {
        "approver": approver_words(profile, case.body, handoff.direction),
        "stop_acts": list(STOP_WORDS.items()),
        "stop_usual": usual_act(profile),
        "extended_words": limit_sentence(total) if total else "",
        "extended_grounds": "、".join(total.grounds) if total else "",
    }


def _bodies(case: Case) -> list[tuple[str, str]]:
    """Whom a return may name as competent, and a settlement choose."""
    listed = [unit for unit in case.units.units.values() if unit.acts]
    return [(unit.code, unit.name) for unit in sorted(listed, key=lambda unit: unit.code)]


async def _brought(found: Sheet) -> list[Photo]:
    """The photos of what it came of that are not on the checklist yet."""
    listed = {line.photo for line in found.lines}
    photos: list[Photo] = []
    for each in found.origins:
        hung = await photos_of(each.kind, [each.id], found.case.handoff.township)
        photos += [photo for photo in hung[each.id] if photo.content_at and photo.id not in listed]
    return photos


def _checklist(person: Person, found: Sheet) -> dict[str, Any]:
    """What is here, what is missing by the place's text; proofs of answers entered on behalf stand apart."""
    case = found.case
    lines = [line for line in found.lines if not line.proof]
    proofs = [line for line in found.lines if line.proof and line.here]
    listed = [line.paper for line in lines]
    open_ = case.side == "sender" and case.handoff.state in PREPARING
    stationed = case.handoff.direction == "stationed"
    missing = missing_kinds(case.profile, listed) if open_ and not stationed else ()
    return {
        "lines": lines,
        "proofs": proofs,
        "closed": {line.id for line in lines if line.sealed and person.id not in handlers_of(found, line)},
        "proof_choices": [(str(line.id), line.title) for line in proofs],
        "missing": [MATERIALS[kind] for kind in missing],
        "unexplained": unexplained(listed) if open_ else (),
        "kinds": list(KINDS.items()),
    }


ROUTES = [show, show_timeline]
