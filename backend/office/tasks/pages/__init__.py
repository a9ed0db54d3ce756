"""/tasks: what waits for whom, giving one, one record, its report."""

from litestar.types import ControllerRouterHandler

from backend.office.tasks.pages import giving, lists, record

ROUTES: list[ControllerRouterHandler] = [*lists.ROUTES, *giving.ROUTES, *record.ROUTES]
