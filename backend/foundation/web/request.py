"""What a handler is given, with who asks and how they proved it."""

from typing import Annotated, Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.params import QueryParameter

from backend.foundation.people.identity import Person
from backend.foundation.web.authentication import Proof

# Behind `requires(…)` there is always somebody; behind `public` there may be nobody.
SignedRequest = Request[Person, Proof, State]
AnyRequest = Request[Any, Any, Any]
Connection = ASGIConnection[Any, Any, Any, Any]

# Never a page: refused as problem+json, and no tabs are counted for it.
FOR_PROGRAMS = ("/api/", "/live")

# Where a long list on a page goes on: before this number, which is none a column cannot hold.
Before = Annotated[int | None, QueryParameter(ge=0, le=2**31 - 1)]


def asks_for_part(connection: Connection) -> bool:
    """Whether htmx asks for a part of a page (a history restore asks for all of it)."""
    headers = connection.headers
    return headers.get("hx-request") == "true" and headers.get("hx-history-restore-request") != "true"
