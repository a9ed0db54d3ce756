"""Guards: every route names the act it serves; tests/house refuses a route without one."""

from collections.abc import Awaitable, Callable
from time import monotonic
from urllib.parse import urlsplit

from litestar.handlers import BaseRouteHandler

from backend.foundation.people.csrf import is_csrf_token
from backend.foundation.people.permissions import ACTIONS, may
from backend.foundation.refusals import Refusal
from backend.foundation.web.frame import frame_of
from backend.foundation.web.pace import WRITES
from backend.foundation.web.request import FOR_PROGRAMS, Connection, asks_for_part, path_of
from backend.foundation.web.typed import keep_behind_lock

# Coroutines, though they await nothing: Litestar sends plain functions through a thread, for every request.
Guard = Callable[[Connection, BaseRouteHandler], Awaitable[None]]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADERS = ("x-csrftoken", "x-csrf-token")
WHILE_PASSWORD_IS_NEW = ("/password", "/sign-out", "/appearance", "/api/v1/session")


def requires(action: str) -> Guard:
    """Only those whose role carries `action`; writes by cookie must also come from our own pages."""
    if action not in ACTIONS:
        raise KeyError(action)

    async def guard(connection: Connection, handler: BaseRouteHandler) -> None:
        _check_address(connection)
        person = connection.scope["user"]
        if person is None:
            raise Refusal("not_signed_in")
        _check_origin(connection)
        if person.must_change_password and not path_of(connection).startswith(WHILE_PASSWORD_IS_NEW):
            raise Refusal("password_must_change")
        if not may(person, action):
            raise Refusal("not_allowed")
        await keep_behind_lock(connection, handler, person)
        if _changes(connection):
            WRITES.spend(str(person.id), monotonic())
        elif _is_whole_page(connection):
            connection.scope["state"]["frame"] = await frame_of(person)

    guard.__dict__["action"] = action
    return guard


async def public(connection: Connection, _handler: BaseRouteHandler) -> None:
    """Open to everybody; a form still has to come from our own pages."""
    _check_address(connection)
    if _changes(connection) and not _is_own_page(connection, unknown=True):
        raise Refusal("csrf")


public.__dict__["action"] = "public"


def _check_address(connection: Connection) -> None:
    """No text with a NUL in it ever reaches a database: PostgreSQL knows no such text."""
    if "\x00" in connection.scope["path"] or b"%00" in connection.scope["query_string"]:
        raise Refusal("bad_request")


def _is_whole_page(connection: Connection) -> bool:
    """Whether a frame with tabs will be drawn: a page asked for by a browser, not a part of one and no API call."""
    return not path_of(connection).startswith(FOR_PROGRAMS) and not asks_for_part(connection)


def _changes(connection: Connection) -> bool:
    return connection.scope.get("method", "GET") not in SAFE


def _check_origin(connection: Connection) -> None:
    """A write by cookie carries the session's token in a header; a plain form of ours is told by its origin."""
    cookie = connection.scope["auth"].cookie
    if not cookie or not _changes(connection):
        return
    shown = next((connection.headers[name] for name in CSRF_HEADERS if name in connection.headers), None)
    if shown is not None:
        allowed = is_csrf_token(cookie, shown)
    else:
        allowed = not path_of(connection).startswith("/api/") and _is_own_page(connection, unknown=False)
    if not allowed:
        raise Refusal("csrf")


def _is_own_page(connection: Connection, *, unknown: bool) -> bool:
    """By Sec-Fetch-Site, else Origin; `unknown` is the answer when the browser sends neither."""
    site = connection.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = connection.headers.get("origin")
    if origin is None:
        return unknown
    try:
        return urlsplit(origin).netloc == connection.headers.get("host")
    except ValueError:  # "http://[": whoever asks decides what the header says
        return False
