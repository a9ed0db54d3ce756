"""The API of patrols: /api/v1/patrols and what hangs on one."""

from litestar.types import ControllerRouterHandler

from backend.field.patrols.api import afterwards, company, course, patrols, track

ROUTES: list[ControllerRouterHandler] = [
    *patrols.ROUTES,
    *course.ROUTES,
    *company.ROUTES,
    *afterwards.ROUTES,
    *track.ROUTES,
]
