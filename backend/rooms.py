"""Every room's routes, tabs and start-up, in one list."""

from litestar import Router
from litestar.types import ControllerRouterHandler

from backend.desk.entrance import api as entrance_api
from backend.desk.entrance import pages as entrance_pages
from backend.foundation.evidence import api as evidence_api
from backend.foundation.evidence.development import JOBS as EVIDENCE_JOBS
from backend.foundation.evidence.running import close_evidence, open_evidence
from backend.foundation.press import close_press, open_press
from backend.foundation.web.pages import Tab

API: list[ControllerRouterHandler] = [*entrance_api.ROUTES, *evidence_api.ROUTES]
PAGES: list[ControllerRouterHandler] = [*entrance_pages.ROUTES]

ROUTES: list[ControllerRouterHandler] = [*API, Router("/", route_handlers=PAGES, include_in_schema=False)]

TABS: list[Tab] = []

# What the press may do; nothing else can be run in it.
JOBS: dict[str, str] = {**EVIDENCE_JOBS, "letter.typeset": "backend.foundation.letters.typesetting:typeset"}


async def open_rooms() -> None:
    """Start what rooms keep running besides answering."""
    await open_press(JOBS)
    await open_evidence()


async def close_rooms() -> None:
    """Stop it again, the last started first."""
    await close_evidence()
    await close_press()
