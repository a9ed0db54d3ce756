"""/campaigns: the list with its windows, the plan, one campaign, the sheet of a day, the report."""

from litestar.types import ControllerRouterHandler

from backend.field.campaigns.pages import ahead, days, lists, record, writing

ROUTES: list[ControllerRouterHandler] = [
    *ahead.ROUTES,
    *lists.ROUTES,
    *writing.ROUTES,
    *record.ROUTES,
    *days.ROUTES,
]
