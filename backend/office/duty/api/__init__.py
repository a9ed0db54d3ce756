"""Duty for scripts and phones."""

from litestar.types import ControllerRouterHandler

from backend.office.duty.api import presence, rosters, shifts, swaps

ROUTES: list[ControllerRouterHandler] = [
    *presence.ROUTES,
    *rosters.ROUTES,
    *shifts.ROUTES,
    *swaps.ROUTES,
]
