"""/api/v1/requests."""

from litestar.types import ControllerRouterHandler

from backend.casework.requests.api import answers, ending, following, requests

ROUTES: list[ControllerRouterHandler] = [
    *requests.ROUTES,
    *answers.ROUTES,
    *following.ROUTES,
    *ending.ROUTES,
]
