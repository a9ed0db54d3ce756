"""/equipment: what there is and who has it, one thing, its label."""

from litestar.types import ControllerRouterHandler

from backend.office.equipment.pages import labels, things

ROUTES: list[ControllerRouterHandler] = [*things.ROUTES, *labels.ROUTES]
