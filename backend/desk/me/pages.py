"""/me and what hangs on it: appearance, installing, what is kept about a person."""

from importlib.metadata import version

from litestar import get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect, Template

from backend.casework.handoffs.queries.delegations import concerned
from backend.desk.me import devices, tokens
from backend.desk.me.installing import hints_for
from backend.desk.me.queries import portrait
from backend.foundation.now import local, now
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty.queries.presence import own_duty

THEMES = ("light", "dark")
YEAR_S = 365 * 24 * 3600


@get("/me", guards=[requires("self.use")])
async def show_me(request: SignedRequest) -> Template:
    """The signed-in person, their certificate, their devices, how it looks."""
    at = now()
    me = await portrait(request.user, at)
    entrusting = await concerned(request.user, local(at).date())
    return page(
        request,
        "me/me.html",
        current="me",
        me=me,
        at=at,
        entrusting=entrusting,
        duty=await own_duty(request.user.id, at),
        version=version("liandong"),
    )


@post("/appearance", guards=[requires("self.use")])
async def set_appearance(request: SignedRequest) -> Redirect:
    """Keep theme and 关怀模式 in this browser (where the appearance behaviour has not done it already)."""
    chosen = await read_form(request)
    answer = Redirect("/me", status_code=303)
    answer.set_cookie(_look("ld-theme", chosen.text("theme") if chosen.text("theme") in THEMES else ""))
    answer.set_cookie(_look("ld-care", "1" if chosen.on("care") else ""))
    return answer


@get("/me/install", guards=[requires("self.use")])
async def show_installing(request: SignedRequest) -> Template:
    """How this browser puts the product on the home screen."""
    own, others = hints_for(request.headers.get("user-agent", ""))
    return page(request, "me/install.html", current="me", own=own, others=others)


@get("/me/privacy", guards=[requires("self.use")])
async def show_privacy(request: SignedRequest) -> Template:
    """What is kept about whoever works with the product, and who sees it."""
    return page(request, "me/privacy.html", current="me")


def _look(name: str, value: str) -> Cookie:
    # Not httponly: the appearance behaviour writes the same cookie, so that a change shows at once.
    return Cookie(key=name, value=value, max_age=YEAR_S if value else 0, samesite="lax")


ROUTES = [show_me, set_appearance, show_installing, show_privacy, *devices.ROUTES, *tokens.ROUTES]
