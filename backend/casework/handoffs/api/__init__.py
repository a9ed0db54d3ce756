"""The API of handoffs: /api/v1/handoffs."""

from litestar.types import ControllerRouterHandler

from backend.casework.handoffs.api import (
    answering,
    deciding,
    delegations,
    handoffs,
    materials,
    papers,
    sending,
)

ROUTES: list[ControllerRouterHandler] = [
    *handoffs.ROUTES,
    *materials.ROUTES,
    *deciding.ROUTES,
    *sending.ROUTES,
    *answering.ROUTES,
    *papers.ROUTES,
    *delegations.ROUTES,
]
