"""The list for scripts and phones: /api/v1/matters."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.types import ControllerRouterHandler

from backend.foundation.now import now
from backend.foundation.web.api import no_cursor, read_limit
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.listing import in_order, narrowed
from backend.office.matters.queries.matter import sheet
from backend.office.matters.queries.pocketed import pocketed
from backend.office.matters.queries.reach import list_of
from backend.office.matters.rules.filters import read_filters
from backend.office.matters.sheet.answering import list_file
from backend.office.matters.wire import matter_json, sheet_json

TAGS = ["matters"]
Text = Annotated[str, QueryParameter(max_length=120)]


@get("/api/v1/matters", guards=[requires("matters.read")], tags=TAGS)
async def get_matters(
    request: SignedRequest,
    *,
    q: Text = "",
    field: Text = "",
    standing: Text = "",
    punishing: Annotated[str, QueryParameter(name="body", max_length=120)] = "",
    day: Text = "",
    township: Text = "",
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
) -> dict[str, Any]:
    """Matters of the list in force, or of that of a `day`, by code; with `q` those an officer's words may mean, the
    likeliest first. `body` is the name of the one that punishes. A county body names the `township` by its code."""
    filters = read_filters({"q": q, "field": field, "standing": standing, "body": punishing, "day": day})
    whose, wanted, at = await list_of(request.user, township), read_limit(limit), now()
    found = await narrowed(whose.id, filters, at)
    begin = _behind(found, cursor)
    shown = await in_order(whose.id, filters.moment(at), found[begin : begin + wanted])
    more = str(found[begin + wanted - 1]) if len(found) > begin + wanted else None
    return {"items": [matter_json(matter) for matter in shown], "next": more}


@get("/api/v1/matters/asking", guards=[requires("matters.read")], tags=TAGS)
async def get_asking(request: SignedRequest) -> dict[str, Any]:
    """The list in force with everything 归谁管 compares and answers, so that a phone can ask it without a network."""
    return await pocketed((await list_of(request.user, "")).id, now())


@get("/api/v1/matters/{matter_id:uuid}", guards=[requires("matters.read")], tags=TAGS)
async def get_matter(request: SignedRequest, matter_id: FromPath[UUID]) -> dict[str, Any]:
    """One matter with all its versions: what was in force when, and by which paper."""
    found = await sheet(request.user, matter_id, now())
    return sheet_json(found, await directory_of(found.whose.id))


@get("/api/v1/matters.xlsx", guards=[requires("matters.read")], tags=TAGS)
async def get_spreadsheet(request: SignedRequest, township: Text = "") -> Response[bytes]:
    """The newest version of every matter as XLSX, in the form an import reads."""
    return await list_file(await list_of(request.user, township), now())


def _behind(found: list[UUID], cursor: str) -> int:
    """Where the list goes on: behind the matter the cursor names; one that left the list meanwhile is no cursor."""
    if not cursor:
        return 0
    try:
        return found.index(UUID(cursor)) + 1
    except ValueError:
        raise no_cursor() from None


ROUTES: list[ControllerRouterHandler] = [get_matters, get_asking, get_matter, get_spreadsheet]
