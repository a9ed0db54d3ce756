"""/incidents: the list, the first report, one incident with its reports, the later ones."""

from litestar.types import ControllerRouterHandler

from backend.field.incidents.pages import lists, record, writing

ROUTES: list[ControllerRouterHandler] = [*lists.ROUTES, *writing.ROUTES, *record.ROUTES]
