"""What a phone should fetch beforehand."""

from typing import Any

from litestar import get

from backend.desk.pocket.contents import files_for, pages_for
from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@get("/api/v1/me/pocket", guards=[requires("self.use")], tags=["phones"])
async def get_pocket(request: SignedRequest) -> dict[str, Any]:
    """Which pages and files this person's phone keeps for where there is no network."""
    return {"pages": await pages_for(request.user, now()), "files": files_for(request.user)}


ROUTES = [get_pocket]
