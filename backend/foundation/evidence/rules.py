"""What a photo's registration must satisfy. Pure."""

from collections.abc import Collection
from datetime import datetime

from backend.foundation.evidence.examination import MEGABYTE, PHOTO_CEILING, PHOTOS, plain_type
from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Position


def admit(media_type: str, size: int) -> str:
    """The media type by its one name; refuses `media_type_refused` and `too_large` before a byte is sent."""
    plain = plain_type(media_type)
    if plain not in PHOTOS:
        raise Refusal("media_type_refused", f"照片只收{'、'.join(PHOTOS.values())}")
    if size > PHOTO_CEILING:
        raise Refusal("too_large", f"照片最大{PHOTO_CEILING // MEGABYTE} MB，这张{size / MEGABYTE:.1f} MB")
    return plain


def placed(kind: str, kinds: Collection[str], position: Position) -> None:
    """The subject is a kind of record, and a position is either whole or not there; refuses `invalid`."""
    if kind not in kinds:
        raise Refusal("invalid", fields={"subject.kind": "没有这种记录"})
    known = position.lat is not None and position.lon is not None
    if known == (position.source == "none") or (position.lat is None) != (position.lon is None):
        raise Refusal("invalid", fields={"position": "有来源就要有经纬度，没有定位写 none"})


def is_late(made_at: datetime, closed_at: datetime | None) -> bool:
    """Whether the photo belongs to a record closed meanwhile; refuses `filed` when it was made after the closing.

    `made_at` by the server's clock.
    """
    if closed_at is None:
        return False
    if made_at > closed_at:
        raise Refusal("filed", "这张照片拍于备案之后")
    return True
