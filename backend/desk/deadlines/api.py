"""Limits for scripts: every clock the caller may see, what is due first."""

from typing import Annotated, Any

from litestar import get
from litestar.params import FromQuery, QueryParameter

from backend.desk.deadlines.queries import page_of, read_state
from backend.foundation.clocks import clock_json
from backend.foundation.now import now
from backend.foundation.web.api import LIMIT, Cursor, listing, read_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

Wanted = Annotated[str, QueryParameter(name="state")]


@get("/api/v1/deadlines", guards=[requires("deadlines.read")], tags=["deadlines"])
async def list_deadlines(
    request: SignedRequest,
    wanted: Wanted = "",
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = LIMIT,
) -> dict[str, Any]:
    """Open limits, what is due first, with the record each belongs to. `state`: running, due_soon or overdue."""
    after, at = read_cursor(cursor), now()
    place = (after.at, after.id) if after else None
    found, onward = await page_of(request.user, read_state(wanted), at, place, read_limit(limit))
    items = [
        clock_json(clock, at)
        | {
            "record": {"kind": clock.record[0], "id": str(clock.record[1])},
            "title": clock.title,
            "url": clock.url,
        }
        for clock in found
    ]
    return listing(items, Cursor(*onward) if onward else None)


ROUTES = [list_deadlines]
