"""GET /api/v1/units: the bodies one works with, by their codes."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from litestar import get
from litestar.params import FromQuery

from backend.foundation.web.api import LIMIT, no_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.personnel.queries.directory import units_beside


@get("/api/v1/units", guards=[requires("units.read")], tags=["units"])
async def list_units(
    request: SignedRequest, cursor: FromQuery[str] = "", limit: FromQuery[int] = LIMIT
) -> dict[str, Any]:
    """Units by code; they change too seldom to be listed by time."""
    most = read_limit(limit)
    found = await units_beside(request.user, _code(cursor), most + 1)
    shown = found[:most]
    return {
        "items": [
            {
                "id": str(unit["id"]),
                "code": unit["code"],
                "name": unit["name"],
                "kind": unit["kind"],
                "acts_in_own_name": bool(unit["acts_in_own_name"]),
                "version": unit["version"],
            }
            for unit in shown
        ],
        "next": _cursor(shown[-1]["code"]) if len(found) > most else None,
    }


def _cursor(code: str) -> str:
    return urlsafe_b64encode(code.encode()).decode().rstrip("=")


def _code(cursor: str) -> str:
    try:
        code = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError:
        raise no_cursor() from None
    if _cursor(code) != cursor:
        raise no_cursor()
    return code


ROUTES = [list_units]
