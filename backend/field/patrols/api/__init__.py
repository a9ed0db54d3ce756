"""The API of patrols: /api/v1/patrols and what hangs on one."""

from litestar.types import ControllerRouterHandler

from backend.field.patrols.api import patrols

ROUTES: list[ControllerRouterHandler] = [*patrols.ROUTES]
