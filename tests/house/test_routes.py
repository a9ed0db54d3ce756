"""Every door has a guard that names the act it serves."""

from litestar.handlers import BaseRouteHandler
from litestar.routes import HTTPRoute

from backend.foundation.people.permissions import ACTIONS
from tests.house.tree import ours, text
from tests.rig.cast import app

# The same bytes for everybody: the description of the API, files under static/, the service worker.
PUBLIC_FILES = ("/api/v1/openapi.json", "/static/", "/sw.js")
SCHEMA_PAGES = ("/api/v1", "/api/v1/{path:str}")


def handlers() -> list[tuple[str, BaseRouteHandler]]:
    """Every handler of ours by `METHOD path`; the answers to OPTIONS are the framework's."""
    return [
        (f"{'/'.join(sorted(handler.http_methods))} {route.path}", handler)
        for route in app().routes
        if isinstance(route, HTTPRoute)
        and not route.path.startswith(PUBLIC_FILES)
        and route.path not in SCHEMA_PAGES
        for handler in route.route_handlers
        if handler.http_methods != {"OPTIONS"}
    ]


def acts(handler: BaseRouteHandler) -> list[str]:
    """What the guards of a handler ask for; the framework has wrapped them to be awaited."""
    marks = [getattr(guard, "func", guard).__dict__ for guard in handler.resolve_guards()]
    return [mark["action"] for mark in marks if "action" in mark]


def test_every_route_has_exactly_one_guard() -> None:
    open_doors = {path: found for path, handler in handlers() if len(found := acts(handler)) != 1}
    assert not open_doors, "guards=[requires(…)] or guards=[public]"


def test_every_act_of_a_guard_is_in_the_permission_table() -> None:
    assert {act for _, handler in handlers() for act in acts(handler)} <= {*ACTIONS, "public"}


def test_every_act_of_the_permission_table_is_asked_for() -> None:
    """By a guard, or by name where a page shows or hides something; otherwise it is a right that does nothing."""
    table = "backend/foundation/people/permissions.py"
    sources = "".join(
        text(path) for path in ours(".py", ".html") if path.parts[0] != "tests" and str(path) != table
    )
    assert [act for act in ACTIONS if f'"{act}"' not in sources and f"'{act}'" not in sources] == []
