"""/api/v1/incidents."""

from litestar.types import ControllerRouterHandler

from backend.field.incidents.api import incidents, reports, sequel

ROUTES: list[ControllerRouterHandler] = [*incidents.ROUTES, *reports.ROUTES, *sequel.ROUTES]
