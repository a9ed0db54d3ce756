"""The official papers of a handoff as files."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Stream

from backend.casework.handoffs.api.responding import PATH, TAGS
from backend.casework.handoffs.queries.dossier import dossier
from backend.casework.handoffs.queries.papers import draft_pdf, paper, papers_of, the_letter
from backend.casework.handoffs.queries.visible import load
from backend.casework.handoffs.showing.paper import paper_json
from backend.foundation.dossier import zipped
from backend.foundation.letters import official
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import listing
from backend.foundation.web.files import DOCX, PDF, kept_as, shown_as
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest


@get(f"{PATH}/letter.pdf", guards=[requires("handoff.read")], tags=TAGS)
async def get_letter_pdf(request: SignedRequest, handoff_id: FromPath[UUID]) -> Response[bytes]:
    """移送函 as it left; before that a draft without a number, for the sender alone; a stationed office
    reads the record it is to sign."""
    case, letter = await the_letter(request.user, handoff_id)
    if letter is None:
        words = "交接记录" if case.handoff.direction == "stationed" else "移送函"
        return _file(await draft_pdf(case, now()), PDF, f"{words}（草稿）.pdf")
    return _file(await official.pdf(letter.id), PDF, f"{letter.number or '移送函'}.pdf")


@get(f"{PATH}/letter.docx", guards=[requires("handoff.read")], tags=TAGS)
async def get_letter_docx(request: SignedRequest, handoff_id: FromPath[UUID]) -> Response[bytes]:
    """The same for Word or WPS; only what has left."""
    _, letter = await the_letter(request.user, handoff_id)
    if letter is None:
        raise Refusal("not_found", "还没有移送，没有定稿的移送函")
    return _file(await official.docx(letter.id), DOCX, f"{letter.number or '移送函'}.docx")


@get(f"{PATH}/letters", guards=[requires("handoff.read")], tags=TAGS)
async def get_letters(request: SignedRequest, handoff_id: FromPath[UUID]) -> dict[str, Any]:
    """Every paper of the case that this side may read."""
    found = await papers_of(await load(request.user, handoff_id))
    return listing([paper_json(handoff_id, letter) for letter in found])


@get(f"{PATH}/letters/{{letter_id:uuid}}/pdf", guards=[requires("handoff.read")], tags=TAGS)
async def get_paper_pdf(
    request: SignedRequest, handoff_id: FromPath[UUID], letter_id: FromPath[UUID]
) -> Response[bytes]:
    """One of them as PDF."""
    letter = await paper(request.user, handoff_id, letter_id)
    return _file(await official.pdf(letter.id), PDF, f"{letter.words}{letter.number}.pdf")


@get(f"{PATH}/letters/{{letter_id:uuid}}/docx", guards=[requires("handoff.read")], tags=TAGS)
async def get_paper_docx(
    request: SignedRequest, handoff_id: FromPath[UUID], letter_id: FromPath[UUID]
) -> Response[bytes]:
    """One of them as DOCX."""
    letter = await paper(request.user, handoff_id, letter_id)
    return _file(await official.docx(letter.id), DOCX, f"{letter.words}{letter.number}.docx")


@get(f"{PATH}/dossier.zip", guards=[requires("handoff.read")], tags=TAGS)
async def get_dossier(request: SignedRequest, handoff_id: FromPath[UUID]) -> Stream:
    """案卷包: letters, material, photos, hash list and the journal's account; `liandong verify` checks it anywhere."""
    prepared = await dossier(request.user, handoff_id, now())
    headers = {
        "Content-Disposition": kept_as("移送案卷.zip"),
        "Cache-Control": "private, no-store",
    }
    return Stream(zipped(prepared), media_type="application/zip", headers=headers)


def _file(content: bytes, media_type: str, name: str) -> Response[bytes]:
    """A PDF is looked at in the browser, the rest is kept."""
    headers = {
        "Content-Disposition": shown_as(name) if media_type == PDF else kept_as(name),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
    }
    return Response(content, media_type=media_type, headers=headers)


ROUTES = [get_letter_pdf, get_letter_docx, get_letters, get_paper_pdf, get_paper_docx, get_dossier]
