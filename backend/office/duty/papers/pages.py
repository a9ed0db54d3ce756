"""A month as files: the sheet for the wall, the workbook, and a filled-in workbook read, previewed and taken."""

import asyncio
from datetime import date
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.letters.printing import printed
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import sender_of
from backend.foundation.web.files import PDF, XLSX, kept_as
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.uploads import SentFile, read_upload
from backend.foundation.web.words import zh_size
from backend.office.duty.commands.importing import confirm, preview
from backend.office.duty.papers.grid import grid
from backend.office.duty.papers.month import month_words
from backend.office.duty.papers.workbook import write_month
from backend.office.duty.queries.given import calendar_in
from backend.office.duty.queries.imports import import_of, people_of
from backend.office.duty.queries.rosters import Roster, load_roster
from backend.office.duty.queries.shifts import shifts_of
from backend.office.duty.rules.sheet import TITLES

READ, PLAN = [requires("duty.read")], [requires("duty.plan")]
LARGEST = 2 * 1024 * 1024


@get("/duty/rosters/{roster_id:uuid}/month.pdf", guards=READ)
async def take_sheet(request: SignedRequest, roster_id: FromPath[UUID]) -> Response[bytes]:
    """2026年12月值守排班表.pdf; refuses `paper_not_ready` while the press cannot make it."""
    at = now()
    roster = await load_roster(request.user, roster_id)
    shifts, calendar = await shifts_of(roster_id), await calendar_in(roster.township)
    words = month_words(roster, shifts, calendar, request.user.name, at)
    return _file(await printed("roster", words, at), PDF, f"{_called(roster.month)}.pdf")


@get("/duty/rosters/{roster_id:uuid}/month.xlsx", guards=READ)
async def take_workbook(request: SignedRequest, roster_id: FromPath[UUID]) -> Response[bytes]:
    """2026年12月值守排班表.xlsx, to be filled in and sent back."""
    roster = await load_roster(request.user, roster_id)
    shifts, calendar = await shifts_of(roster_id), await calendar_in(roster.township)
    people, whole = await people_of(roster, shifts), grid(roster.month, shifts, calendar)
    made = await asyncio.to_thread(write_month, shifts, people, whole)
    return _file(made, XLSX, f"{_called(roster.month)}.xlsx")


@get("/duty/rosters/{roster_id:uuid}/imports/new", guards=PLAN)
async def new_import(request: SignedRequest, roster_id: FromPath[UUID]) -> Template:
    """Which file."""
    return _form(request, await load_roster(request.user, roster_id))


@post("/duty/rosters/{roster_id:uuid}/imports", guards=PLAN, request_max_body_size=4 * LARGEST)
async def create_import(request: SignedRequest, roster_id: FromPath[UUID]) -> Template | Redirect:
    """Read it and show what it would do; nothing on the roster changes yet."""
    roster = await load_roster(request.user, roster_id)
    _, file = await read_upload(request, "file")
    try:
        chosen = _chosen(file)
        kept = await preview(chosen.name, chosen.data, roster, sender_of(request))
    except Refusal as refusal:
        return _form(request, roster, refusal)
    return Redirect(f"/duty/imports/{kept}", status_code=303)


@get("/duty/imports/{roster_import_id:uuid}", guards=PLAN)
async def show_import(request: SignedRequest, roster_import_id: FromPath[UUID]) -> Template:
    """Every difference, or every fault with its row."""
    found = await import_of(request.user, roster_import_id)
    return page(request, "duty/import_preview.html", current="duty", found=found, titles=TITLES)


@post("/duty/imports/{roster_import_id:uuid}/confirmation", guards=PLAN)
async def confirm_import(request: SignedRequest, roster_import_id: FromPath[UUID]) -> Redirect:
    """Do what was previewed, all of it or nothing."""
    await confirm(await import_of(request.user, roster_import_id), sender_of(request))
    return Redirect(f"/duty/imports/{roster_import_id}", status_code=303)


def _chosen(file: SentFile | None) -> SentFile:
    if file is None or len(file.data) > LARGEST:
        words = f"这个文件{zh_size(len(file.data))}，最大{zh_size(LARGEST)}" if file else "选一个表格文件"
        raise Refusal("invalid", fields={"file": words})
    return file


def _form(request: SignedRequest, roster: Roster, refusal: Refusal | None = None) -> Template:
    return page(
        request,
        "duty/import.html",
        status=refusal.status if refusal else 200,
        current="duty",
        roster=roster,
        largest=LARGEST,
        labels={"file": "表格文件"},
        refusal=refusal,
    )


def _called(month: date) -> str:
    return f"{month.year}年{month.month}月值守排班表"


def _file(data: bytes, kind: str, name: str) -> Response[bytes]:
    headers = {
        "Content-Disposition": kept_as(name),
        "Cache-Control": "no-store",
    }
    return Response(data, media_type=kind, headers=headers)


ROUTES = [take_sheet, take_workbook, new_import, create_import, show_import, confirm_import]
