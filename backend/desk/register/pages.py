"""/letters: the register on screen and as a file."""

from collections.abc import Mapping
from urllib.parse import urlencode

from litestar import Response, get
from litestar.response import Template

from backend.desk.register.file import register_file
from backend.desk.register.queries import PAGE, STATES, Narrowing, lines, totals
from backend.foundation.letters.official import KINDS
from backend.foundation.now import now
from backend.foundation.web.api import paged, read_cursor
from backend.foundation.web.files import XLSX, kept_as
from backend.foundation.web.forms import Fields
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.letters.queries.letters import bodies_of
from backend.office.letters.rules.states import standing


@get("/letters", guards=[requires("register.read")])
async def show_register(request: SignedRequest) -> Template:
    """Fifty numbers at a time, newest first."""
    asked = Fields(request.query_params.multi_items())
    narrowing, bodies = _narrowing(asked), await bodies_of(request.user)
    found = await lines(bodies, narrowing, read_cursor(asked.text("cursor")), PAGE + 1)
    shown, older = paged(found, PAGE, lambda letter: (letter.issued_at, letter.id))
    return page(
        request,
        "register/register.html",
        current="letters",
        lines=[(letter, standing(letter)) for letter in shown],
        totals=await totals(bodies, narrowing),
        asked=narrowing,
        kinds={kind.name: kind.words for kind in KINDS.values() if kind.numbered},
        states=STATES,
        query=urlencode(_told(narrowing)),
        older=older.text() if older else "",
        newest=not asked.text("cursor"),
    )


@get("/letters.xlsx", guards=[requires("register.read")])
async def download_register(request: SignedRequest) -> Response[bytes]:
    """All of what is narrowed to."""
    narrowing = _narrowing(Fields(request.query_params.multi_items()))
    content = await register_file(request.user, await bodies_of(request.user), narrowing, now())
    name = f"发文登记簿{narrowing.year or ''}.xlsx"
    headers = {"Content-Disposition": kept_as(name), "Cache-Control": "no-store"}
    return Response(content, media_type=XLSX, headers=headers)


def _narrowing(asked: Fields) -> Narrowing:
    """What nobody knows is not asked for."""
    kind, state = asked.text("kind"), asked.text("state")
    return Narrowing(asked.number("year"), kind if kind in KINDS else "", state if state in STATES else "")


def _told(narrowing: Narrowing) -> Mapping[str, str]:
    chosen = {"year": str(narrowing.year or ""), "kind": narrowing.kind, "state": narrowing.state}
    return {name: value for name, value in chosen.items() if value}


ROUTES = [show_register, download_register]
