"""Who is asking, found once per request from the session cookie or a bearer token."""

from dataclasses import dataclass

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from backend.foundation.now import now
from backend.foundation.people.csrf import csrf_token
from backend.foundation.people.identity import Person
from backend.foundation.people.sessions import mark_seen, person_of_session
from backend.foundation.people.tokens import person_of_token

SESSION_COOKIE = "session"
_NOBODY_NEEDED = ("/static/", "/healthz", "/sw.js", "/manifest.webmanifest")


@dataclass(frozen=True)
class Proof:
    """How the person proved who they are: a cookie (then CSRF counts) or a token."""

    cookie: str = ""

    @property
    def csrf(self) -> str:
        return csrf_token(self.cookie) if self.cookie else ""


class Authentication:
    """Sets `scope["user"]` (Person or None) and `scope["auth"]` (Proof)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["user"], scope["auth"] = None, Proof()
        if scope["type"] == ScopeType.HTTP and not scope["path"].startswith(_NOBODY_NEEDED):
            scope["user"], scope["auth"] = await _who(scope)
        await self.app(scope, receive, send)


async def _who(scope: Scope) -> tuple[Person | None, Proof]:
    headers = {
        name: value.decode("latin-1")
        for name, value in scope["headers"]
        if name in (b"authorization", b"cookie")
    }
    authorization = headers.get(b"authorization", "")
    if authorization.lower().startswith("bearer "):
        return await person_of_token(authorization[7:].strip()), Proof()
    cookie = _cookie(headers.get(b"cookie", ""))
    person = await person_of_session(cookie, now()) if cookie else None
    if person is None:
        return None, Proof()
    await mark_seen(person, now())
    return person, Proof(cookie)


def _cookie(header: str) -> str:
    """The session cookie's value. Litestar's parsed cookies are one cached dict shared between requests."""
    for part in header.split(";"):
        name, _, value = part.strip().partition("=")
        if name == SESSION_COOKIE:
            return value
    return ""
