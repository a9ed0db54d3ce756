"""/hazards: the list, the one screen that tells, one notification with its answers."""

from litestar.types import ControllerRouterHandler

from backend.casework.hazards.pages import lists, record, telling

ROUTES: list[ControllerRouterHandler] = [*lists.ROUTES, *telling.ROUTES, *record.ROUTES]
