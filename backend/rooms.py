"""Every room's routes, tabs and start-up, in one list."""

from litestar import Router
from litestar.types import ControllerRouterHandler

from backend.desk.entrance import api as entrance_api
from backend.desk.entrance import pages as entrance_pages
from backend.foundation.web.pages import Tab

API: list[ControllerRouterHandler] = [*entrance_api.ROUTES]
PAGES: list[ControllerRouterHandler] = [*entrance_pages.ROUTES]

ROUTES: list[ControllerRouterHandler] = [*API, Router("/", route_handlers=PAGES, include_in_schema=False)]

TABS: list[Tab] = []


async def open_rooms() -> None:
    """Start what rooms keep running besides answering."""


async def close_rooms() -> None:
    """Stop it again, the last started first."""
