"""/api/v1/equipment."""

from litestar.types import ControllerRouterHandler

from backend.office.equipment.api import things

ROUTES: list[ControllerRouterHandler] = [*things.ROUTES]
