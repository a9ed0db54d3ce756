"""/api/v1/tasks."""

from litestar.types import ControllerRouterHandler

from backend.office.tasks.api import acts, tasks

ROUTES: list[ControllerRouterHandler] = [*tasks.ROUTES, *acts.ROUTES]
