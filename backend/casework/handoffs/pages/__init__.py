"""Pages of handoffs: the list, the record, the draft."""

from litestar.types import ControllerRouterHandler

from backend.casework.handoffs.pages import delegations, drafting, here, lists, record

ROUTES: list[ControllerRouterHandler] = [
    *lists.ROUTES,
    *drafting.ROUTES,
    *here.ROUTES,
    *delegations.ROUTES,
    *record.ROUTES,
]
