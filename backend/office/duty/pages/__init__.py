"""/duty: who stands where and when, and what whoever plans works with."""

from litestar.types import ControllerRouterHandler

from backend.office.duty.pages import overview, posts, rosters, shifts, swaps, wishes
from backend.office.duty.turnout import pages as turnout

ROUTES: list[ControllerRouterHandler] = [
    *overview.ROUTES,
    *rosters.ROUTES,
    *shifts.ROUTES,
    *swaps.ROUTES,
    *wishes.ROUTES,
    *posts.ROUTES,
    *turnout.ROUTES,
]
