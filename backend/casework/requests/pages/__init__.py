"""/requests: what waits for whom, asking, one record, what is recorded on a body's behalf."""

from litestar.types import ControllerRouterHandler

from backend.casework.requests.pages import asking, lists, record

ROUTES: list[ControllerRouterHandler] = [*lists.ROUTES, *asking.ROUTES, *record.ROUTES]
