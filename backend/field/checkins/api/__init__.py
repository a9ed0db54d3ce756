"""/api/v1/checkins."""

from litestar.types import ControllerRouterHandler

from backend.field.checkins.api import checkins

ROUTES: list[ControllerRouterHandler] = [*checkins.ROUTES]
