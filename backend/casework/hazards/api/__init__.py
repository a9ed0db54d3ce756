"""/api/v1/hazards."""

from litestar.types import ControllerRouterHandler

from backend.casework.hazards.api import answers, hazards, report, sequel

ROUTES: list[ControllerRouterHandler] = [*hazards.ROUTES, *answers.ROUTES, *sequel.ROUTES, *report.ROUTES]
