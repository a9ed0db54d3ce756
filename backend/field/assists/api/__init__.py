"""The API of calls for help: /api/v1/assists and what hangs on one."""

from litestar.types import ControllerRouterHandler

from backend.field.assists.api import answers, assists, contacts, figures, lines, sequel

ROUTES: list[ControllerRouterHandler] = [
    *assists.ROUTES,
    *answers.ROUTES,
    *sequel.ROUTES,
    *contacts.ROUTES,
    *figures.ROUTES,
    *lines.ROUTES,
]
