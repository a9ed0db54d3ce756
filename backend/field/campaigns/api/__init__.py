"""/api/v1/campaigns and /api/v1/windows."""

from litestar.types import ControllerRouterHandler

from backend.field.campaigns.api import campaigns, course, report, windows

ROUTES: list[ControllerRouterHandler] = [
    *campaigns.ROUTES,
    *course.ROUTES,
    *report.ROUTES,
    *windows.ROUTES,
]
