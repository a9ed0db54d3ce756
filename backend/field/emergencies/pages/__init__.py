"""/emergencies: what goes on, opening one, one view of it, an entry of its log."""

from litestar.types import ControllerRouterHandler

from backend.field.emergencies.pages import lists, record, writing

ROUTES: list[ControllerRouterHandler] = [*lists.ROUTES, *writing.ROUTES, *record.ROUTES]
