"""/api/v1/emergencies."""

from litestar.types import ControllerRouterHandler

from backend.field.emergencies.api import acts, emergencies

ROUTES: list[ControllerRouterHandler] = [*emergencies.ROUTES, *acts.ROUTES]
