"""Importing a spreadsheet: choose it, read what it would do, confirm exactly that."""

from datetime import datetime
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.now import local, now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.uploads import SentFile, read_upload
from backend.foundation.web.words import zh_size
from backend.office.matters import typed
from backend.office.matters.commands.importing import confirm, preview
from backend.office.matters.commands.writing import act_of
from backend.office.matters.queries.imports import import_of
from backend.office.matters.rules.comparing import Terms
from backend.office.matters.rules.faults import refuse
from backend.office.matters.rules.grouping import grouped
from backend.office.matters.rules.matter import Paper
from backend.office.matters.rules.previewing import parts
from backend.office.matters.rules.sheet import TITLES
from backend.office.matters.rules.versions import paper_faults
from backend.office.matters.sheet.answering import faults_file

MANAGE = [requires("matters.manage")]
LARGEST = 5 * 1024 * 1024
FIELDS = ("effective_on", "paper_title", "paper_number", "paper_on")


@get("/matters/imports/new", guards=MANAGE)
async def new_import(request: SignedRequest) -> Template:
    """Which file, from which day, by which paper."""
    return _form(request, dict.fromkeys(FIELDS, "") | {"effective_on": local(now()).date().isoformat()})


@post("/matters/imports", guards=MANAGE, request_max_body_size=4 * LARGEST)
async def create_import(request: SignedRequest) -> Template | Redirect:
    """Read it and show what it would do; nothing on the list changes yet."""
    act = act_of(request.user, now())
    sent, file = await read_upload(request, "file")
    try:
        chosen, terms = _read(sent, file, act.at)
        kept = await preview(chosen.name, chosen.data, terms, act)
    except Refusal as refusal:
        return _form(request, {field: sent.text(field) for field in FIELDS}, sent.on("whole"), refusal)
    return Redirect(f"/matters/imports/{kept}", status_code=303)


@get("/matters/imports/{import_id:uuid}", guards=MANAGE)
async def show_import(request: SignedRequest, import_id: FromPath[UUID]) -> Template:
    """Every difference, or every fault with its row."""
    found = await import_of(request.user, import_id)
    return page(
        request,
        "matters/preview.html",
        current="matters",
        found=found,
        groups=grouped(found.faults),
        parts=parts(found.plan),
        titles=TITLES,
    )


@get("/matters/imports/{import_id:uuid}/faults.xlsx", guards=MANAGE)
async def take_faults(request: SignedRequest, import_id: FromPath[UUID]) -> Response[bytes]:
    """All faults as a file."""
    return await faults_file((await import_of(request.user, import_id)).faults)


@post("/matters/imports/{import_id:uuid}/confirmation", guards=MANAGE)
async def confirm_import(request: SignedRequest, import_id: FromPath[UUID]) -> Redirect:
    """Do what was previewed, all of it or nothing."""
    await confirm(await import_of(request.user, import_id), act_of(request.user, now()))
    return Redirect(f"/matters/imports/{import_id}", status_code=303)


def _read(sent: Fields, file: SentFile | None, at: datetime) -> tuple[SentFile, Terms]:
    """The file and what holds for all of its rows; refuses what cannot be read, all at once."""
    day, undated = typed.day(sent, "effective_on")
    issued, unissued = typed.day(sent, "paper_on")
    paper = Paper(sent.text("paper_title"), sent.text("paper_number"), issued)
    faults = [*undated, *unissued, *paper_faults(paper)]
    if file is None or len(file.data) > LARGEST:
        words = f"这个文件{zh_size(len(file.data))}，最大{zh_size(LARGEST)}" if file else "选一个表格文件"
        raise Refusal("invalid", fields={"file": words, **{fault.field: fault.words for fault in faults}})
    refuse(faults)
    return file, Terms(day, paper, sent.on("whole"), at)


def _form(
    request: SignedRequest, cells: dict[str, str], whole: bool = False, refusal: Refusal | None = None
) -> Template:
    return page(
        request,
        "matters/import.html",
        status=refusal.status if refusal else 200,
        current="matters",
        typed=cells,
        whole=whole,
        today=local(now()).date().isoformat(),
        largest=LARGEST,
        labels=TITLES | {"file": "表格文件"},
        refusal=refusal,
    )


ROUTES = [new_import, create_import, show_import, take_faults, confirm_import]
