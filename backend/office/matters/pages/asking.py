"""归谁管: an officer types what they see, and what a form offers to choose from."""

from litestar import get
from litestar.response import Template

from backend.foundation.now import now
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.matters.pages.addresses import Code, Words
from backend.office.matters.queries.asking import reply
from backend.office.matters.queries.listing import listing
from backend.office.matters.queries.reach import list_of, lists_open_to
from backend.office.matters.queries.searching import search
from backend.office.matters.rules.answering import verdict, why
from backend.office.matters.rules.filters import Filters

OFFERED = 12


@get("/matters/ask", guards=[requires("matters.read")])
async def ask(request: SignedRequest, q: Words = "", township: Code = "") -> Template:
    """Matter, competent body and why; whom to ask about what is not on the list."""
    whose = await list_of(request.user, township)
    return page(
        request,
        "matters/ask.html",
        current="matters",
        q=q.strip(),
        whose=whose,
        lists=[(each.code, each.name) for each in await lists_open_to(request.user)],
        reply=await reply(whose.id, q.strip(), now()),
        verdict=verdict,
        why=why,
    )


@get("/matters/choices", guards=[requires("matters.read")])
async def choices(request: SignedRequest, q: Words = "", township: Code = "") -> Template:
    """What the picker offers: the likeliest for the words, the beginning of the list for none."""
    whose, at, words = await list_of(request.user, township), now(), q.strip()
    if words:
        found = [answer.matter for answer in await search(whose.id, words, at, OFFERED)]
    else:
        found = (await listing(whose.id, Filters(), at)).matters[:OFFERED]
    return page(request, "matters/_choices.html", found=found, q=words, verdict=verdict)


ROUTES = [ask, choices]
