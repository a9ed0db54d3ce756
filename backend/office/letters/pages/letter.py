"""/letters/{id}: an issued paper on screen, to be taken away, sealed and scanned."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Stream, Template

from backend.foundation.dossier.contents import ENDINGS
from backend.foundation.letters import official
from backend.foundation.letters.official import Letter
from backend.foundation.letters.official.codes import grouped
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal
from backend.foundation.storage.place import storage
from backend.foundation.web.files import DOCX, PDF, kept_as
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.letters.queries.letters import bodies_of, moments_of, names_of, record_url, visible
from backend.office.letters.rules.states import standing
from backend.office.letters.sentences import sentence

PATH = "/letters/{letter_id:uuid}"
# A paper's bytes never change; a shared phone is emptied at sign-out (Clear-Site-Data).
KEPT = {"Cache-Control": "private, max-age=3600"}


@get(PATH, guards=[requires("letter.read")])
async def show_letter(request: SignedRequest, letter_id: FromPath[UUID]) -> Template:
    """The paper with everything known of it."""
    letter = await visible(request.user, letter_id)
    mine = letter.body in await bodies_of(request.user)
    return page(
        request,
        "letters/letter.html",
        letter=letter,
        standing=standing(letter),
        signed_off=letter.signed_off if mine else "",
        code=grouped(letter.code),
        people=await names_of([letter.issued_by, letter.sealed_by, letter.scanned_by, letter.voided_by]),
        pages=await _count(letter_id),
        record=await record_url(request.user, letter),
        seals=mine and not letter.void and may(request.user, "letter.seal"),
        lines=[{"moment": each, "sentence": sentence(each)} for each in await moments_of(letter)],
    )


@get(f"{PATH}/pages/{{number:int}}", guards=[requires("letter.read")])
async def show_picture(
    request: SignedRequest, letter_id: FromPath[UUID], number: FromPath[int]
) -> Response[bytes]:
    """One page of it as a picture, counted from one."""
    await visible(request.user, letter_id)
    made = await official.pages(letter_id)
    if not 1 <= number <= len(made):
        raise Refusal("not_found")
    return Response(made[number - 1], media_type="image/svg+xml", headers=KEPT)


@get(f"{PATH}/letter.pdf", guards=[requires("letter.read")])
async def download_pdf(request: SignedRequest, letter_id: FromPath[UUID]) -> Response[bytes]:
    """PDF/A."""
    letter = await visible(request.user, letter_id)
    return Response(await official.pdf(letter_id), media_type=PDF, headers=_named(letter, "pdf"))


@get(f"{PATH}/letter.docx", guards=[requires("letter.read")])
async def download_docx(request: SignedRequest, letter_id: FromPath[UUID]) -> Response[bytes]:
    """For Word and WPS."""
    letter = await visible(request.user, letter_id)
    return Response(await official.docx(letter_id), media_type=DOCX, headers=_named(letter, "docx"))


@get(f"{PATH}/scan", guards=[requires("letter.read")])
async def download_scan(request: SignedRequest, letter_id: FromPath[UUID]) -> Response[Any]:
    """The scan of the sealed copy, byte for byte as it was sent; refuses `content_not_here`."""
    letter = await visible(request.user, letter_id)
    if not letter.scan_sha256:
        raise Refusal("content_not_here")
    headers = {
        **_named(letter, ENDINGS[letter.scan_type], f"{letter.form.mark}件"),
        "Content-Length": str(letter.scan_size),
    }
    return Stream(
        await storage().blobs.read(letter.scan_sha256), media_type=letter.scan_type, headers=headers
    )


async def _count(letter_id: UUID) -> int:
    """How many pages there are to look at: none while the press is away, and everything else can be read still."""
    try:
        return len(await official.pages(letter_id))
    except Refusal:
        return 0


def _named(letter: Letter, ending: str, beside: str = "") -> dict[str, str]:
    """As an attachment: nothing of a stranger's is opened on our address."""
    name = f"{letter.words} {letter.number}{beside}.{ending}"
    return {
        "Content-Disposition": kept_as(name),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
    }


ROUTES = [show_letter, show_picture, download_pdf, download_docx, download_scan]
