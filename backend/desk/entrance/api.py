"""What a script or a page learns of its own session, and the keys receipts are signed with."""

from typing import Any

from litestar import Request, get

from backend.foundation.journal.signing import public_key
from backend.foundation.web.guards import public, requires

AnyRequest = Request[Any, Any, Any]


@get("/api/v1/session", guards=[requires("self.use")], tags=["session"])
async def own_session(request: AnyRequest) -> dict[str, Any]:
    """Who is signed in, and the token writes by cookie carry in `X-CSRF-Token`."""
    person = request.user
    return {
        "id": str(person.id),
        "username": person.username,
        "name": person.name,
        "unit": person.unit_code,
        "roles": sorted(person.roles),
        "csrf": request.auth.csrf,
    }


@get("/api/v1/keys", guards=[public], tags=["receipts"])
async def keys() -> dict[str, Any]:
    """The Ed25519 public keys (hexadecimal) that receipts and heads are signed with."""
    return {"items": [{"id": "receipts", "algorithm": "Ed25519", "public_key": public_key()}]}


ROUTES = [own_session, keys]
