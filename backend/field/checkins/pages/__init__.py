"""/checkins: who is on a risky visit, beginning one, the big button."""

from litestar.types import ControllerRouterHandler

from backend.field.checkins.pages import here, visits

ROUTES: list[ControllerRouterHandler] = [*visits.ROUTES, *here.ROUTES]
