"""What a photo's registration must satisfy. Pure."""

from datetime import datetime, timedelta

from backend.foundation.evidence.examination import MEGABYTE, PHOTO_CEILING, PHOTOS, plain_type
from backend.foundation.refusals import Refusal


def admit(media_type: str, size: int) -> str:
    """The media type by its one name; refuses `media_type_refused` and `too_large` before a byte is sent."""
    plain = plain_type(media_type)
    if plain not in PHOTOS:
        raise Refusal("media_type_refused", f"照片只收{'、'.join(PHOTOS.values())}")
    if size > PHOTO_CEILING:
        raise Refusal("too_large", f"照片最大{PHOTO_CEILING // MEGABYTE} MB，这张{size / MEGABYTE:.1f} MB")
    return plain


def is_late(made_at: datetime, offset_s: float | None, closed_at: datetime | None) -> bool:
    """Whether the photo belongs to a record closed meanwhile; refuses `filed` when it was made after the closing.

    The device's own clock is put right by what it said when it sent.
    """
    if closed_at is None:
        return False
    if made_at - timedelta(seconds=offset_s or 0) > closed_at:
        raise Refusal("filed", "这张照片拍于备案之后")
    return True
