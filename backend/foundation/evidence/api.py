"""/api/v1/photos: metadata, bytes whole and in pieces, copies, redaction, removal."""

from typing import Any
from uuid import UUID

from litestar import Response, get, head, patch, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.foundation.evidence import commands, intake, queries
from backend.foundation.evidence.cards import photo_json
from backend.foundation.evidence.keeping import check_size
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.registration import register
from backend.foundation.evidence.serving import Variant, content
from backend.foundation.evidence.wire import PhotoBody, RedactionBody, RemovalBody
from backend.foundation.web.api import answer, sender_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest, declared_length

PATH = "/api/v1/photos/{photo_id:uuid}"
TAGS = ["photos"]


@put(PATH, guards=[requires("photo.write")], tags=TAGS)
async def put_photo(
    request: SignedRequest, photo_id: FromPath[UUID], data: JSONBody[PhotoBody]
) -> Response[Any]:
    """Register a photo; its content follows. It may precede its subject."""
    received, photo = await register(sender_of(request), photo_id, data)
    return answer(received, photo_json(photo or await _standing(photo_id)))


@get(PATH, guards=[requires("photo.read")], tags=TAGS)
async def get_photo(request: SignedRequest, photo_id: FromPath[UUID]) -> dict[str, Any]:
    """What is recorded of a photo, and whether the file itself agrees."""
    return photo_json((await queries.visible(request.user, photo_id)).photo)


@get(f"{PATH}/content", guards=[requires("photo.read")], tags=TAGS)
async def get_content(
    request: SignedRequest, photo_id: FromPath[UUID], variant: FromQuery[Variant] = "original"
) -> Response[Any]:
    """The bytes as they were sent, or one of the copies."""
    return await content(request, await queries.visible(request.user, photo_id), variant)


# The bytes are counted while they come; Litestar's own limit would answer before our words.
@put(f"{PATH}/content", guards=[requires("photo.write")], tags=TAGS, request_max_body_size=None)
async def put_content(request: SignedRequest, photo_id: FromPath[UUID]) -> Response[Any]:
    """The bytes in one go."""
    photo = await queries.own(request.user, photo_id)
    check_size(photo, declared_length(request))
    received = await intake.take_in(sender_of(request), photo, request.stream())
    return answer(received, photo_json(intake.with_content(photo, received)))


@head(f"{PATH}/content", guards=[requires("photo.write")], tags=TAGS)
async def head_content(request: SignedRequest, photo_id: FromPath[UUID]) -> Response[None]:
    """How many bytes have come so far."""
    photo = await queries.own(request.user, photo_id)
    return Response(None, headers=_progress(await intake.held(photo), photo.size))


@patch(f"{PATH}/content", guards=[requires("photo.write")], tags=TAGS, request_max_body_size=None)
async def patch_content(request: SignedRequest, photo_id: FromPath[UUID]) -> Response[Any]:
    """A piece from `Upload-Offset` on. While more is missing the answer is 204 with the new `Upload-Offset` and no
    receipt: a piece is a stretch of one body on its way, and nothing of it counts before the whole is here and was
    examined. The last piece is that write, and is answered as PUT is, with its receipt."""
    photo = await queries.own(request.user, photo_id)
    offset = intake.read_offset(request.headers.get("upload-offset"))
    held, received = await intake.append(sender_of(request), photo, offset, request.stream())
    if received is None:
        return Response(None, status_code=204, headers=_progress(held, photo.size))
    return answer(received, photo_json(intake.with_content(photo, received)))


@post(f"{PATH}/redactions", guards=[requires("photo.redact")], tags=TAGS)
async def post_redactions(
    request: SignedRequest, photo_id: FromPath[UUID], data: JSONBody[RedactionBody]
) -> Response[Any]:
    """Which parts no copy that leaves may show; replaces the set before."""
    photo = (await queries.visible(request.user, photo_id)).photo
    received = await commands.redact(sender_of(request), photo, data)
    return answer(received, photo_json(await _standing(photo_id)))


@post(f"{PATH}/removal", guards=[requires("photo.write")], tags=TAGS)
async def post_removal(
    request: SignedRequest, photo_id: FromPath[UUID], data: JSONBody[RemovalBody]
) -> Response[Any]:
    """Take one's own photo down while its record is open."""
    sight = await queries.seen_or_removed(request.user, photo_id)
    received = await commands.remove(sender_of(request), sight, data)
    return answer(received, photo_json(await _standing(photo_id)))


async def _standing(photo_id: UUID) -> Photo:
    photo = await queries.find(photo_id)
    assert photo is not None  # a photo is never deleted
    return photo


def _progress(held: int, size: int) -> dict[str, str]:
    return {"Upload-Offset": str(held), "Upload-Length": str(size), "Cache-Control": "no-store"}


ROUTES = [
    put_photo,
    get_photo,
    get_content,
    put_content,
    head_content,
    patch_content,
    post_redactions,
    post_removal,
]
