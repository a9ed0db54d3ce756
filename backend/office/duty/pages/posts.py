"""The posts: on which days, at what hours, who has to stand there."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.now import local, now
from backend.foundation.people.permissions import ACTIONS, ROLES
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.duty import typed
from backend.office.duty.commands.posts import add_post, change_post
from backend.office.duty.queries.posts import KnownPost, choices, posts_of, visible_post
from backend.office.duty.rules.days import DAYS, days_words
from backend.office.duty.rules.posts import MOST_SLOTS
from backend.office.duty.rules.slots import KINDS
from backend.office.duty.sentences import told
from backend.office.places.market import WEEKDAYS, market_words

PLAN = [requires("duty.plan")]


@get("/duty/posts", guards=PLAN)
async def show_posts(request: SignedRequest) -> Template:
    """Those in use, then those that are not."""
    found = await posts_of(request.user.township_id)
    return page(request, "duty/posts.html", current="duty", posts=found, kinds=KINDS, days_words=days_words)


@get("/duty/posts/new", guards=PLAN)
async def new_post(request: SignedRequest) -> Template:
    """A night watch to begin with."""
    return await _form(request, typed.blank(local(now()).date()))


@post("/duty/posts", guards=PLAN)
async def create_post(request: SignedRequest) -> Template | Redirect:
    """A refusal shows the form again with everything that was typed."""
    cells = typed.cells(await read_form(request))
    try:
        await add_post(typed.read(cells), request.user)
    except Refusal as refusal:
        return await _form(request, cells, refusal=refusal)
    return Redirect("/duty/posts", status_code=303)


@get("/duty/posts/{post_id:uuid}", guards=PLAN)
async def edit_post(request: SignedRequest, post_id: FromPath[UUID]) -> Template:
    """The same form with what it says now."""
    known = await visible_post(request.user, post_id)
    return await _form(request, typed.filled(known.post), known)


@post("/duty/posts/{post_id:uuid}", guards=PLAN)
async def save_post(request: SignedRequest, post_id: FromPath[UUID]) -> Template | Redirect:
    """From the next making of shifts on."""
    known, sent = await visible_post(request.user, post_id), await read_form(request)
    cells = typed.cells(sent)
    try:
        await change_post(known, typed.read(cells), sent.number("version") or 0, request.user)
    except Refusal as refusal:
        return await _form(request, cells, known, refusal)
    return Redirect("/duty/posts", status_code=303)


async def _form(
    request: SignedRequest, cells: typed.Cells, known: KnownPost | None = None, refusal: Refusal | None = None
) -> Template:
    offered = await choices(request.user.township_id)
    return page(
        request,
        "duty/post_form.html",
        status=refusal.status if refusal else 200,
        current="duty",
        known=known,
        typed=cells,
        kinds=list(KINDS.items()),
        days=list(DAYS.items()),
        weekdays=[(figure, f"周{word}") for figure, word in WEEKDAYS.items()],
        places=[(place["id"], _place_words(place)) for place in offered.places],
        units=[(unit["code"], unit["name"]) for unit in offered.units],
        roles=[(role, words) for role, words in ROLES.items() if role in ACTIONS["duty.stand"]],
        slots=range(MOST_SLOTS),
        lines=told_lines(reversed(await timeline("duty_post", known.id)), told) if known else [],
        refusal=refusal,
    )


def _place_words(place: dict[str, str]) -> str:
    market = market_words(place["market_days"])
    return f"{place['name']}（{market}）" if market else place["name"]


ROUTES = [show_posts, new_post, create_post, edit_post, save_post]
