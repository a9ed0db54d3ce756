"""The ledger as files: /api/v1/patrols.xlsx and .csv, narrowed as the page is."""

from litestar import get
from litestar.response import File

from backend.desk.ledger.export.answering import as_file, begun, ended
from backend.field.patrols.rules.filters import NAMES, read_filters
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

TAGS = ["patrols"]


@get("/api/v1/patrols.xlsx", guards=[requires("ledger.export")], tags=TAGS)
async def get_spreadsheet(request: SignedRequest) -> File:
    """The ledger as XLSX: patrols, their findings, and what was exported; narrowed like the list of patrols."""
    return await _file(request, "xlsx")


@get("/api/v1/patrols.csv", guards=[requires("ledger.export")], tags=TAGS)
async def get_csv(request: SignedRequest) -> File:
    """The same patrols as CSV in UTF-8."""
    return await _file(request, "csv")


async def _file(request: SignedRequest, form: str) -> File:
    """A misspelt filter would export everything: refused `unknown_field`."""
    unknown = sorted(set(request.query_params) - set(NAMES))
    if unknown:
        raise Refusal("unknown_field", fields=dict.fromkeys(unknown, "不认识这个参数"))
    person = request.user
    export = await begun(person, read_filters(request.query_params), form, own=True)
    return as_file(await ended(person, export), once=True)


ROUTES = [get_spreadsheet, get_csv]
