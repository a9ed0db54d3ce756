"""/v/{code}: anyone who holds a paper sees whether it is in force, and never a person. No sign-in."""

from time import monotonic

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from backend.foundation.letters.official.codes import grouped, read_code
from backend.foundation.letters.official.queries import by_code
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import public
from backend.foundation.web.pace import Pace
from backend.foundation.web.pages import page
from backend.foundation.web.request import AnyRequest
from backend.office.letters.queries.verification import shown

LONGEST = 60
# A whole township may sit behind one address; a hundred random bits are not found at this pace.
LOOKS, WRONG = Pace(120), Pace(20)


@get("/v", guards=[public])
async def ask_code(request: AnyRequest, code: FromQuery[str] = "") -> Template | Redirect:
    """Where a code is typed in by hand."""
    if code:
        return Redirect(f"/v/{(read_code(code[:LONGEST]) or 'X')}")
    return page(request, "letters/ask_code.html", kept=False)


@get("/v/{code:str}", guards=[public])
async def verify(request: AnyRequest, code: FromPath[str]) -> Template:
    """The paper's number, date, bodies, state and digests; refuses `code_unknown`, `too_many`."""
    asking, at = request.client.host if request.client else "", monotonic()
    LOOKS.spend(asking, at)
    plain = read_code(code[:LONGEST])
    letter = await by_code(plain) if plain else None
    if letter is None:
        WRONG.spend(asking, at)
        raise Refusal("code_unknown")
    return page(
        request, "letters/verify.html", kept=False, paper=await shown(letter), code=grouped(letter.code)
    )


ROUTES = [ask_code, verify]
