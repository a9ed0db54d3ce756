"""/api/v1/letters: what is known of a paper, its sealing and the scan of the sealed copy."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post, put
from litestar.params import FromPath

from backend.foundation.letters.official import Letter
from backend.foundation.web.api import answer, iso, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest, declared_length
from backend.office.letters.commands import sealing
from backend.office.letters.queries.letters import visible
from backend.office.letters.rules.states import standing

PATH = "/api/v1/letters/{letter_id:uuid}"
TAGS = ["letters"]


@get(PATH, guards=[requires("letter.read")], tags=TAGS)
async def get_letter(request: SignedRequest, letter_id: FromPath[UUID]) -> dict[str, Any]:
    """An issued paper."""
    return letter_json(await visible(request.user, letter_id))


@post(f"{PATH}/sealing", guards=[requires("letter.seal")], tags=TAGS)
async def post_sealing(request: SignedRequest, letter_id: FromPath[UUID]) -> Response[Any]:
    """已用印 on the printed paper."""
    done = await sealing.put_seal(sender_of(request), letter_id)
    return answer(done, letter_json(await visible(request.user, letter_id)))


# Counted while it comes; Litestar's own limit would answer before our words.
@put(f"{PATH}/scan", guards=[requires("letter.seal")], tags=TAGS, request_max_body_size=None)
async def put_scan(request: SignedRequest, letter_id: FromPath[UUID]) -> Response[Any]:
    """The scan of the sealed copy, as PDF or JPEG; from then on it is the document that counts."""
    declared, length = request.headers.get("content-type", ""), declared_length(request)
    done = await sealing.keep_scan(sender_of(request), letter_id, request.stream(), declared, length)
    return answer(done, letter_json(await visible(request.user, letter_id)))


def letter_json(letter: Letter) -> dict[str, Any]:
    """As the wire shows it."""
    return {
        "id": str(letter.id),
        "kind": letter.kind,
        "number": letter.number,
        "state": standing(letter).words,
        "body": letter.body_name,
        "addressee": letter.addressee_name,
        "record": {"kind": letter.record_kind, "id": str(letter.record_id)},
        "issued_at": iso(letter.issued_at),
        "sha256": letter.sha256 or None,
        "sealed_at": iso(letter.sealed_at),
        "scan": {"sha256": letter.scan_sha256, "bytes": letter.scan_size} if letter.scan_sha256 else None,
        "voided_at": iso(letter.voided_at),
        "void_reason": letter.void_reason,
        "code": letter.code,
    }


ROUTES = [get_letter, post_sealing, put_scan]
