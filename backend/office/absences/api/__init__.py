"""/api/v1/leaves, /api/v1/borrowings."""

from litestar.types import ControllerRouterHandler

from backend.office.absences.api import borrowings, leaves

ROUTES: list[ControllerRouterHandler] = [*leaves.ROUTES, *borrowings.ROUTES]
