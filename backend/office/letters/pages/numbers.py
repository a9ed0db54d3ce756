"""/letters/numbers: how each body numbers its papers."""

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.journal import timeline
from backend.foundation.letters.official import KINDS
from backend.foundation.now import now, year_of
from backend.foundation.numbering.patterns import DEFAULT, LONGEST, LONGEST_WORD
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.letters.commands.numbers import Typed, set_numbers
from backend.office.letters.queries.bodies import Body, kept_bodies, kept_body
from backend.office.letters.queries.numbers import numbers_of
from backend.office.letters.sentences import numbers_sentence

NUMBERED = [kind.name for kind in KINDS.values() if kind.numbered]


@get("/letters/numbers", guards=[requires("numbers.manage")])
async def show_bodies(request: SignedRequest) -> Template | Redirect:
    """Whose numbers one looks after; with one body its own page at once."""
    bodies = await kept_bodies(request.user)
    if len(bodies) == 1:
        return Redirect(f"/letters/numbers/{bodies[0].id}")
    return page(request, "letters/bodies.html", current="settings", bodies=bodies)


@get("/letters/numbers/{body_id:uuid}", guards=[requires("numbers.manage")])
async def show_numbers(request: SignedRequest, body_id: FromPath[UUID]) -> Template:
    """Words, patterns, and the number that comes next."""
    return await _form(request, await kept_body(request.user, body_id))


@post("/letters/numbers/{body_id:uuid}", guards=[requires("numbers.manage")])
async def save_numbers(request: SignedRequest, body_id: FromPath[UUID]) -> Template | Redirect:
    """Write what was changed; what cannot be used keeps everything that was typed."""
    body, sent = await kept_body(request.user, body_id), await read_form(request)
    try:
        await set_numbers(body, _typed(sent), seen=sent.text("seen"), by=request.user, at=now())
    except Refusal as refusal:
        return await _form(request, body, sent, refusal)
    return Redirect(f"/letters/numbers/{body_id}", status_code=303)


async def _form(
    request: SignedRequest, body: Body, sent: Fields | None = None, refusal: Refusal | None = None
) -> Template:
    moments = [each for each in await timeline("unit", body.id) if each.kind == "numbers.changed"]
    return page(
        request,
        "letters/numbers.html",
        status=refusal.status if refusal else 200,
        current="settings",
        body=body,
        bodies=await kept_bodies(request.user),
        numbers=await numbers_of(body.id, year_of(now())),
        standard=DEFAULT,
        longest=LONGEST,
        longest_word=LONGEST_WORD,
        typed={each.kind: each for each in _typed(sent)} if sent else {},
        refusal=refusal,
        lines=[{"moment": each, "sentence": numbers_sentence(each)} for each in reversed(moments)],
    )


def _typed(sent: Fields) -> list[Typed]:
    return [
        Typed(kind, sent.text(f"word.{kind}"), sent.text(f"pattern.{kind}"), sent.on(f"by_register.{kind}"))
        for kind in ("", *NUMBERED)
    ]


ROUTES = [show_bodies, show_numbers, save_numbers]
