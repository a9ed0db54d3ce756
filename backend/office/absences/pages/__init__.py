"""/leaves and /borrowings: lists, forms, one of them."""

from litestar.types import ControllerRouterHandler

from backend.office.absences.pages import borrowings, leaves

ROUTES: list[ControllerRouterHandler] = [*leaves.ROUTES, *borrowings.ROUTES]
