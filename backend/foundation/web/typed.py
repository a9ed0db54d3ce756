"""Addresses typed by hand. The lock of a phone lies over the pages; a file or a call of the API that is opened by its address has no
page to be shut, and would be read past the lock."""

from typing import Any, get_args, get_type_hints

from litestar.handlers import BaseRouteHandler
from litestar.response import Redirect, Template

from backend.foundation.people.identity import Person
from backend.foundation.preferences import preference
from backend.foundation.refusals import Refusal
from backend.foundation.web.frame import LOCK
from backend.foundation.web.request import FOR_PROGRAMS, Connection, path_of

# What the page's worker asks for looks as if a page had led to it: it says so itself (js/sw/worker.js).
BY_WORKER = "liandong-typed"


async def keep_behind_lock(connection: Connection, handler: BaseRouteHandler, person: Person) -> None:
    """Refuses `opened_past_lock` where the township locks its phones: there a file is opened from a page."""
    past_a_page = _is_typed(connection) and not _shows_page(connection, handler)
    if past_a_page and await preference(person.township_id, LOCK):
        raise Refusal("opened_past_lock")


def _is_typed(connection: Connection) -> bool:
    """No page led here (Fetch Metadata): typed, pasted, a bookmark."""
    said = connection.headers
    by_browser = said.get("sec-fetch-site") == "none" and said.get("sec-fetch-mode") == "navigate"
    return by_browser or BY_WORKER in said


def _shows_page(connection: Connection, handler: BaseRouteHandler) -> bool:
    if path_of(connection).startswith(FOR_PROGRAMS):
        return False
    answer: Any = get_type_hints(handler.fn).get("return")
    return any(each in (Template, Redirect) for each in get_args(answer) or (answer,))
