"""What a script or a page learns of its own session, and the keys receipts are signed with."""

from typing import Any

from litestar import Response, get, post
from litestar.params import JSONBody

from backend.desk.entrance.commands import enter
from backend.desk.entrance.cookies import session_cookie, visitor
from backend.foundation.journal.signing import public_key
from backend.foundation.now import now
from backend.foundation.people.csrf import csrf_token
from backend.foundation.web.bodies import Body
from backend.foundation.web.guards import public, requires
from backend.foundation.web.request import AnyRequest, SignedRequest


class Credentials(Body):
    """A username and its password."""

    username: str
    password: str


@get("/api/v1/session", guards=[requires("self.use")], tags=["session"])
async def own_session(request: SignedRequest) -> dict[str, Any]:
    """Who is signed in, and the token writes by cookie carry in `X-CSRFToken`."""
    person = request.user
    return {
        "id": str(person.id),
        "username": person.username,
        "name": person.name,
        "unit": person.unit_code,
        "roles": sorted(person.roles),
        "must_change_password": person.must_change_password,
        "csrf": request.auth.csrf,
    }


@post("/api/v1/session", guards=[public], tags=["session"])
async def open_own_session(request: AnyRequest, data: JSONBody[Credentials]) -> Response[dict[str, Any]]:
    """Sign in, also again over a page whose session ran out; the answer sets the cookie and tells who it is and the new token."""
    signed_in = await enter(
        data.username.strip(), data.password, **visitor(request), before=request.user, at=now()
    )
    told = {
        "id": str(signed_in.officer),
        "csrf": csrf_token(signed_in.cookie),
        "must_change_password": signed_in.must_change_password,
    }
    return Response(told, status_code=201, cookies=[session_cookie(signed_in)])


@get("/api/v1/keys", guards=[public], tags=["receipts"])
async def keys() -> dict[str, Any]:
    """The Ed25519 public keys (hexadecimal) that receipts and heads are signed with."""
    return {"items": [{"id": "receipts", "algorithm": "Ed25519", "public_key": public_key()}]}


ROUTES = [own_session, open_own_session, keys]
