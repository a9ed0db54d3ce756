"""One task: what is asked, until when, what was done, and the next act of whoever looks; its report with photos."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.clocks import shown
from backend.foundation.evidence.strips import strip
from backend.foundation.journal import timeline, told_lines
from backend.foundation.maps import Map
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import demand
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.places.queries import sketch
from backend.office.tasks.cards import TAGS, report_chip
from backend.office.tasks.queries.people import teams
from backend.office.tasks.queries.sheet import Sheet, sheet
from backend.office.tasks.queries.visible import load
from backend.office.tasks.rules.access import is_doer
from backend.office.tasks.rules.offers import offers
from backend.office.tasks.rules.states import ACTS, TO_DO, WORDS, after
from backend.office.tasks.rules.task import Task
from backend.office.tasks.sentences import told

PATH = "/tasks/{task_id:uuid}"


@get(PATH, guards=[requires("task.read")])
async def show(request: SignedRequest, task_id: FromPath[UUID]) -> Template:
    """Kept on the phone of whoever does it while it is to be done."""
    person, at = request.user, now()
    found = await sheet(person, task_id)
    told_of = await _shown(person, found, at)
    kept = told_of["offers"].does and found.named.task.state in TO_DO
    return page(request, "tasks/show.html", current="tasks", kept=kept, **told_of)


@get(f"{PATH}/timeline", guards=[requires("task.read")])
async def show_timeline(request: SignedRequest, task_id: FromPath[UUID]) -> Template:
    """Everything that happened to it."""
    task = (await load(request.user, task_id)).task
    lines = told_lines(await timeline("task", task_id), told)
    return page(
        request,
        "layout/timeline.html",
        current="tasks",
        name=task.heading,
        url=f"/tasks/{task.id}",
        lines=lines,
    )


@get(f"{PATH}/report", guards=[requires("task.do")])
async def write_report(request: SignedRequest, task_id: FromPath[UUID]) -> Template:
    """What was done, with photos. Refuses `task_state`, `not_allowed`."""
    person = request.user
    found = await sheet(person, task_id)
    task = found.named.task
    demand(is_doer(person, task))
    after(task.state, "report")
    return page(
        request,
        "tasks/report.html",
        current="tasks",
        task=task,
        named=found.named,
        strip=await strip(person, "task", task.id, found.photos, open_=task.open),
    )


async def _shown(person: Person, found: Sheet, at: datetime) -> dict[str, Any]:
    task = found.named.task
    possible = offers(person, task)
    return {
        "found": found,
        "named": found.named,
        "task": task,
        "state_words": WORDS[task.state],
        "state_tag": TAGS.get(task.state, ""),
        "chip": report_chip(task, at),
        "limits": [shown(clock, at) for clock in found.clocks],
        "acts": ACTS,
        "offers": possible,
        "teams": await teams(person, also=task.unit) if "assignment" in possible.acts else [],
        "strip": await strip(person, "task", task.id, found.photos, open_=task.open and possible.does),
        "on_map": await _on_map(task),
        "at": at,
    }


async def _on_map(task: Task) -> Map | None:
    """Where it is to be done; None where no position is known."""
    return Map(await sketch(task.township), numbered=[(1, task.spot)]) if task.spot else None


ROUTES = [show, show_timeline, write_report]
