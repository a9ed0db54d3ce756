"""Duty for scripts and phones."""

from litestar.types import ControllerRouterHandler

from backend.office.duty.api import presence

ROUTES: list[ControllerRouterHandler] = [*presence.ROUTES]
