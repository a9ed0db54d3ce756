"""支援 on the screen: calling, who comes, what rings, what came of it. What is written goes through the API."""

from litestar.types import ControllerRouterHandler

from backend.field.assists.pages import figures, lists, record

ROUTES: list[ControllerRouterHandler] = [*lists.ROUTES, *figures.ROUTES, *record.ROUTES]
