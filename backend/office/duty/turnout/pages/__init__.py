"""Who is on duty now, signing in and out, the codes of places, spot checks."""

from litestar.types import ControllerRouterHandler

from backend.office.duty.turnout.pages import checks, codes, now

ROUTES: list[ControllerRouterHandler] = [*now.ROUTES, *codes.ROUTES, *checks.ROUTES]
