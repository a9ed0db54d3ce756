"""Duty for scripts and phones."""

from litestar.types import ControllerRouterHandler

from backend.office.duty.api import presence, rosters, shifts, swaps
from backend.office.duty.turnout import api as turnout

ROUTES: list[ControllerRouterHandler] = [
    *presence.ROUTES,
    *rosters.ROUTES,
    *shifts.ROUTES,
    *swaps.ROUTES,
    *turnout.ROUTES,
]
