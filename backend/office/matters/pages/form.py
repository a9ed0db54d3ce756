"""The one form for a matter: new, its next version, or what a department proposes."""

from dataclasses import dataclass

from litestar.response import Template

from backend.foundation.now import local, now
from backend.foundation.refusals import Refusal
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters.queries.matter import Sheet
from backend.office.matters.queries.reach import Whose
from backend.office.matters.rules.directory import Directory
from backend.office.matters.rules.matter import STANDINGS
from backend.office.matters.rules.sheet import COLUMNS, TITLES, cells_of
from backend.office.matters.typed import Cells


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form is for (new, version, proposal), where it goes, where one comes from, and what stands in it."""

    purpose: str
    action: str
    back: str
    typed: Cells
    matter: Sheet | None = None
    whose: Whose | None = None


def blank() -> Cells:
    """Nothing but today as the day it begins."""
    return {field: "" for field, _, _ in COLUMNS} | {"effective_on": _today(), "reason": ""}


def filled(found: Sheet, directory: Directory) -> Cells:
    """What the newest version says, standing or not; day, paper and reason are the next one's own."""
    newest = found.newest or found.versions[0]
    return blank() | cells_of(found.code, newest.content, directory)


def form(
    request: SignedRequest, asked: Asked, directory: Directory, refusal: Refusal | None = None
) -> Template:
    return page(
        request,
        "matters/form.html",
        status=refusal.status if refusal else 200,
        current="matters",
        asked=asked,
        typed=asked.typed,
        labels=TITLES | {"reason": "说明"},
        standings=[(words, words) for words in STANDINGS.values()],
        units=[(body.code, body.name) for body in directory.bodies],
        names=sorted({body.name for body in directory.bodies}),
        today=_today(),
        refusal=refusal,
    )


def _today() -> str:
    return local(now()).date().isoformat()
