"""/letters/texts: how the township words its papers, with what they would look like."""

from base64 import b64encode
from uuid import UUID

from litestar import get, post
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from backend.foundation.letters.official import KINDS
from backend.foundation.letters.wording.parts import OWN
from backend.foundation.letters.wording.places import PLACES
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.letters.commands.texts import checked, set_texts
from backend.office.letters.previewing import pictures
from backend.office.letters.queries.texts import parts_of, seen
from backend.office.letters.rules.texts import LONGEST, PART_WORDS
from backend.office.settings.queries import chosen_township, townships_of

FIRST = "handoff_letter"


@get("/letters/texts", guards=[requires("settings.manage")])
async def show_texts(
    request: SignedRequest, kind: FromQuery[str] = FIRST, township: FromQuery[str] = ""
) -> Template:
    """The parts of one kind; a county administrator chooses whose."""
    return await _form(request, _kind(kind), await chosen_township(request.user, township))


@post("/letters/texts", guards=[requires("settings.manage")])
async def save_texts(request: SignedRequest) -> Template | Redirect:
    """Write what was changed; a text that cannot be used keeps everything that was typed."""
    sent = await read_form(request)
    kind, township = _kind(sent.text("kind")), await chosen_township(request.user, sent.text("township"))
    try:
        await set_texts(township, kind, _typed(sent), seen=sent.text("seen"), by=request.user, at=now())
    except Refusal as refusal:
        return await _form(request, kind, township, sent, refusal)
    return Redirect(f"/letters/texts?kind={kind}&township={township}", status_code=303)


@post("/letters/texts/preview", guards=[requires("settings.manage")])
async def preview_texts(request: SignedRequest) -> Template:
    """The paper with what is typed now, unsaved; refuses `letter_text`."""
    sent = await read_form(request)
    kind, township = _kind(sent.text("kind")), await chosen_township(request.user, sent.text("township"))
    own = {(kind, part): words for part, words in checked(kind, _typed(sent)).items() if words}
    made = await pictures(kind, township, own, now())
    shown = [f"data:image/svg+xml;base64,{b64encode(each).decode()}" for each in made]
    return page(request, "letters/_preview.html", pictures=shown, words=KINDS[kind].words)


async def _form(
    request: SignedRequest,
    kind: str,
    township: UUID,
    typed: Fields | None = None,
    refusal: Refusal | None = None,
) -> Template:
    parts = await parts_of(township, kind)
    return page(
        request,
        "letters/texts.html",
        status=refusal.status if refusal else 200,
        current="settings",
        kinds=KINDS,
        kind=kind,
        township=township,
        townships=await townships_of(request.user),
        parts=parts,
        part_words=PART_WORDS,
        seen=seen(parts),
        places=PLACES[kind],
        longest=LONGEST,
        typed={part: typed.text(part) for part in OWN} if typed else {},
        refusal=refusal,
    )


def _kind(asked: str) -> str:
    if asked not in KINDS:
        raise Refusal("not_found")
    return asked


def _typed(sent: Fields) -> dict[str, str]:
    return {part: sent.text(part) for part in OWN}


ROUTES = [show_texts, save_texts, preview_texts]
