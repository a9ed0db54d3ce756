"""What a handler is given, with who asks and how they proved it."""

from typing import Annotated, Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.params import QueryParameter

from backend.foundation.people.identity import Person
from backend.foundation.web.authentication import Proof
from backend.foundation.whole_numbers import whole_number

# Behind `requires(…)` there is always somebody; behind `public` there may be nobody.
SignedRequest = Request[Person, Proof, State]
AnyRequest = Request[Any, Any, Any]
Connection = ASGIConnection[Any, Any, Any, Any]

# Never a page: refused as problem+json, and no tabs are counted for it.
FOR_PROGRAMS = ("/api/", "/live")

# Where a long list on a page goes on: before this number, which is none a column cannot hold.
Before = Annotated[int | None, QueryParameter(ge=0, le=2**31 - 1)]


def path_of(connection: Connection) -> str:
    """The path that was asked for. Not from `connection.url`: that is put together with the Host header, which may be anything."""
    return str(connection.scope["path"])


def declared_length(connection: Connection) -> int | None:
    """How many bytes the sender says it sends; None where it says nothing."""
    return whole_number(connection.headers.get("content-length", ""))


def asks_for_part(connection: Connection) -> bool:
    """Whether htmx asks for a part of a page (a history restore asks for all of it)."""
    headers = connection.headers
    return headers.get("hx-request") == "true" and headers.get("hx-history-restore-request") != "true"
