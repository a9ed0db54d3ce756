"""A photo's bytes and copies as answers."""

from typing import Any, Literal

from litestar import Response
from litestar.response import Stream

from backend.foundation.evidence.development import display, outside
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import Sight
from backend.foundation.refusals import Refusal
from backend.foundation.storage.place import storage
from backend.foundation.web.files import kept_as
from backend.foundation.web.request import AnyRequest

Variant = Literal["original", "display", "thumb", "watermarked", "redacted"]

ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic"}
# A photo's bytes never change; a shared phone is emptied at sign-out (Clear-Site-Data).
FOR_AN_HOUR, ASK_AGAIN = "private, max-age=3600", "private, no-cache"


async def content(request: AnyRequest, sight: Sight, variant: Variant) -> Response[Any]:
    """The original as a file to keep, or a copy to look at.

    `watermarked` is the copy that leaves; `redacted` is the same, asked for by somebody who counts on something being
    covered. Refuses `content_not_here`, `redaction_missing` and as development does.
    """
    photo = sight.photo
    if photo.content_at is None:
        raise Refusal("content_not_here")
    if variant == "original":
        return await _original(photo)
    if variant in {"watermarked", "redacted"}:
        if variant == "redacted" and not photo.boxes:
            raise Refusal("redaction_missing")
        return Response(
            await outside(sight), media_type="image/jpeg", headers=_headers(photo, variant, "jpg", ASK_AGAIN)
        )
    etag = f'"{photo.sha256[:32]}-{variant}"'
    if request.headers.get("if-none-match") == etag:
        return Response(None, status_code=304, headers={"ETag": etag, "Cache-Control": FOR_AN_HOUR})
    kind = "webp" if variant == "thumb" else "jpeg"
    return Response(
        await display(photo, variant),
        media_type=f"image/{kind}",
        headers={"ETag": etag, "Cache-Control": FOR_AN_HOUR},
    )


async def _original(photo: Photo) -> Response[Any]:
    pieces = await storage().blobs.read(photo.sha256)
    headers = _headers(photo, "original", ENDINGS[photo.media_type], ASK_AGAIN)
    return Stream(pieces, media_type=photo.media_type, headers={**headers, "Content-Length": str(photo.size)})


def _headers(photo: Photo, variant: str, ending: str, caching: str) -> dict[str, str]:
    """As an attachment: what a stranger's file may contain is never opened on our address."""
    name = f"photo-{str(photo.id)[:8]}-{variant}.{ending}"
    return {
        "Content-Disposition": kept_as(name),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": caching,
    }
